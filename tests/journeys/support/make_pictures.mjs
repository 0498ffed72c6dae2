// Makes the pictures of the README from the demo dealership, best on a busy afternoon:
//   faketime '2026-11-24 15:20 +0800' node tests/journeys/support/make_pictures.mjs
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { desk, launch, phone, settled, tablet, visit } from './browser.mjs';
import { Client, fillDemo, newDatabase, newId, serve } from './guanxi.mjs';

const folder = path.resolve(import.meta.dirname, '../../../docs/pictures');
const password = 'guanxi-demo';

async function signIn(server, login) {
  const client = new Client(server.address);
  client.me = await client.do('POST', '/session', { login, password });
  return client;
}

async function door(browser, server) {
  const page = await visit(browser, server, await signIn(server, 'qiantai'), '/door', { viewport: tablet });
  await settled(page);
  await page.getByRole('button', { name: '自然到店' }).click();
  await page.getByRole('button', { name: '多一人' }).click();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${folder}/door.png` });
}

async function closing(browser, server) {
  const seller = await signIn(server, 'chenwei');
  const [store] = seller.me.stores;
  const id = newId();
  const arrived = new Date(Date.now() - 34 * 60_000).toISOString();
  await seller.do('POST', `/stores/${store.id}/visits`, {
    ...{ id, way: 'walk_in', party_size: 3, arrived_at: arrived },
    salesperson_id: seller.me.id,
  });
  const page = await visit(browser, server, seller, `/stores/${store.id}/visits/${id}`, {
    viewport: phone,
    deviceScaleFactor: 2,
  });
  await settled(page);
  await page.getByRole('radio', { name: '没有联系方式' }).check();
  await page.getByLabel('没有索取').check();
  await page.getByLabel('觉得不像买家').check();
  await page.getByLabel('一句话：发生了什么').fill('一家三口看了二十分钟七座车，问了价就走，没来得及要电话。');
  await page.locator('h1').click();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `${folder}/visit.png` });
}

async function hundred(browser, server) {
  const page = await visit(browser, server, await signIn(server, 'jingli'), '/hundred', { viewport: desk });
  await settled(page);
  await page.screenshot({ path: `${folder}/hundred.png` });
}

mkdirSync(folder, { recursive: true });
const database = newDatabase('sqlite');
fillDemo(database);
const server = await serve(database);
const browser = await launch();
await door(browser, server);
await closing(browser, server);
await hundred(browser, server);
await browser.close();
await server.stop();
database.drop();
