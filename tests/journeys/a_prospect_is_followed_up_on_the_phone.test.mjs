// A salesperson's day with prospects, in the demo dealership: due, followed up, without a network too, given up.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cutOff, desk, launch, phone, settled, visit } from './support/browser.mjs';
import { Client, fillDemo, newDatabase, newId, serve } from './support/guanxi.mjs';

const password = 'guanxi-demo';
let browser, database, server, chen, lin, store;

async function signedIn(login) {
  const client = new Client(server.address);
  client.me = await client.do('POST', '/session', { login, password });
  return client;
}

before(async () => {
  database = newDatabase('sqlite');
  fillDemo(database);
  server = await serve(database);
  browser = await launch();
  chen = await signedIn('chenwei');
  lin = await signedIn('jingli');
  store = chen.me.stores[0];
});
after(async () => {
  await browser?.close();
  await server?.stop();
  database?.drop();
});

const due = () => chen.do('GET', `/stores/${store.id}/prospects/due?limit=50`);
const cardOf = (card) => chen.do('GET', `/stores/${store.id}/prospects/${card.id}`);
const addressOf = (card) => `/stores/${store.id}/prospects/${card.id}`;
/** Whoever is due first, is the only one of that name, has a telephone, and has said when they mean to buy. */
async function somebody() {
  const { items } = await due();
  const namesakes = ({ customer }) => items.filter((each) => each.customer.name === customer.name);
  const usual = ({ customer, grade, standing }) =>
    customer.phone && grade !== 'N' && standing === 'following';
  return items.find((card) => usual(card) && namesakes(card).length === 1);
}
const dayIn = (days) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: store.time_zone });

/** As quick as it gets: how, whether they answered, a line, when next. */
async function note(page, { way = '电话', answer = '联系上了', said, next = '7 天后' }) {
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: way }).first().check();
  await sheet.getByRole('radio', { name: answer, exact: true }).check();
  await sheet.getByLabel('说了什么（一句话）').fill(said);
  await sheet.getByRole('radio', { name: next }).check();
  await sheet.getByRole('button', { name: '保存' }).click();
  await sheet.waitFor({ state: 'detached' });
}

async function done(page) {
  assert.deepEqual(page.failures, []);
  await page.context().close();
}

test('Today tells whom to follow up; a few taps later the card tells what was said, and the next date has moved', async () => {
  const card = await somebody();
  const { overdue, done: before } = await due();
  assert.ok(overdue > 0, 'nobody is overdue in the demo');
  const page = await visit(browser, server, null, '/sign-in?next=/today');
  await page.getByLabel('登录名').fill('chenwei');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '今天要跟进的客户' }).waitFor();
  await page.getByText(`逾期 ${overdue}`, { exact: true }).waitFor();

  await page.getByRole('button', { name: `跟进 ${card.customer.name}` }).first().click();
  await note(page, { said: '太太周末有空，想看看后排' });
  await page.getByText(/^已记下，下次/).waitFor();
  await page.getByText(`逾期 ${overdue - 1}`, { exact: true }).waitFor();
  await page.getByText(`已跟进 ${before + 1}`).waitFor();

  await page.goto(server.address + addressOf(card));
  await page.getByRole('listitem').filter({ hasText: '太太周末有空，想看看后排' }).filter({ hasText: '电话 · 联系上' }).waitFor();
  const after = await cardOf(card);
  assert.equal(after.card.next.on, dayIn(7));
  assert.equal(after.card.tries, 0);
  assert.equal(await page.getByRole('link', { name: /^1\d\d \d{4} \d{4}$/ }).getAttribute('href'), `tel:${card.customer.phone}`);
  await done(page);
});

test('a follow-up without a network waits on the phone, over closing the page too, and arrives once', async () => {
  const card = await somebody();
  const page = await visit(browser, server, chen, addressOf(card), { serviceWorkers: 'allow', viewport: phone });
  await settled(page);
  const context = page.context();
  // The app is on the phone as soon as the worker has taken over.
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await settled(page);
  await cutOff(page);
  await page.getByRole('button', { name: '写跟进' }).click();
  await note(page, { answer: '没联系上', said: '在车库里打的，没人接', next: '明天' });
  await page.getByText('等待发出，已存在这台设备上').waitFor();
  await page.close();
  // The store's own jobs may change the card meanwhile, so it is the follow-up that is looked for.
  const { steps: before } = await cardOf(card);
  const arrived = before.filter(({ follow_up }) => follow_up?.said === '在车库里打的，没人接');
  assert.deepEqual(arrived, [], 'it has arrived without a network');

  const again = await context.newPage();
  const sent = [];
  again.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await again.goto(server.address + addressOf(card));
  await again.getByRole('heading', { level: 1, name: card.customer.name }).waitFor();
  await again.getByText('等待发出，已存在这台设备上').waitFor();
  sent.length = 0;
  await context.setOffline(false);
  await again.getByText('等待发出，已存在这台设备上').waitFor({ state: 'detached', timeout: 20_000 });
  await again.getByRole('listitem').filter({ hasText: '在车库里打的，没人接' }).filter({ hasText: '没联系上' }).waitFor();
  await again.getByText(`连续 ${card.tries + 1} 次没联系上`).waitFor();
  const { card: after, steps } = await cardOf(card);
  assert.equal(steps.filter(({ follow_up }) => follow_up?.said === '在车库里打的，没人接').length, 1);
  assert.equal(after.next.on, dayIn(1));
  assert.equal(sent.filter((url) => url.endsWith('/follow-ups')).length, 1);
  await context.close();
});

test('a follow-up that comes too late says why it was refused, and can be dropped', async () => {
  const card = await somebody();
  const page = await visit(browser, server, chen, '/today', { viewport: phone });
  await page.getByRole('button', { name: `跟进 ${card.customer.name}` }).first().waitFor();
  await settled(page);
  // The form comes with the first touch of the page, and stays.
  await page.getByRole('button', { name: `跟进 ${card.customer.name}` }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await cutOff(page);
  await page.getByRole('button', { name: `跟进 ${card.customer.name}` }).first().click();
  await note(page, { said: '说再想想', next: '2 天后' });
  const waiting = page.getByRole('list', { name: '还没发出的跟进' });
  await waiting.getByText('等待发出，已存在这台设备上').waitFor();
  // Meanwhile the same person gives the prospect up at the desk.
  await chen.do('POST', `${addressOf(card)}/follow-ups`, {
    ...{ id: newId(), way: 'call', reached: true, ending: 'loss' },
    said: '在别家订了',
  });
  await page.context().setOffline(false);
  await waiting.getByText('战败申请正在等待审核。').waitFor({ timeout: 20_000 });
  await waiting.getByRole('button', { name: '修改' }).click();
  const sheet = page.getByRole('dialog');
  assert.equal(await sheet.getByLabel('说了什么（一句话）').inputValue(), '说再想想');
  await sheet.getByRole('button', { name: '关闭' }).click();
  await waiting.getByRole('button', { name: '不要了' }).click();
  await waiting.waitFor({ state: 'detached' });
  await done(page);
});

test('whom a salesperson gives up is lost when a manager agrees, and comes back when not', async () => {
  const card = await somebody();
  const page = await visit(browser, server, chen, addressOf(card), { viewport: phone });
  const sheet = page.getByRole('dialog');
  await page.getByRole('button', { name: '写跟进' }).click();
  await sheet.getByRole('button', { name: '放弃，申请战败' }).click();
  await sheet.getByRole('radio', { name: '电话' }).check();
  await sheet.getByRole('radio', { name: '联系上了', exact: true }).check();
  await sheet.getByRole('button', { name: '提交战败申请' }).click();
  await sheet.getByText('请说明为什么放弃。').waitFor();
  await sheet.getByLabel('为什么放弃（必填）').fill('上周在别家订了同级别的车');
  await sheet.getByRole('button', { name: '提交战败申请' }).click();
  await page.getByText('等经理审核，这期间不用跟进。').waitFor();
  assert.equal(await page.getByRole('button', { name: '写跟进' }).count(), 0);

  const manager = await visit(browser, server, lin, '/prospects?standing=loss_asked', { viewport: desk });
  await manager.getByRole('link', { name: card.customer.name }).click();
  await manager.getByText('上周在别家订了同级别的车').first().waitFor();
  await manager.getByRole('button', { name: '退回，继续跟进' }).click();
  await manager.getByText('退回战败申请，继续跟进').waitFor();
  await page.getByRole('button', { name: '写跟进' }).waitFor();

  await page.getByRole('button', { name: '写跟进' }).click();
  await sheet.getByRole('button', { name: '放弃，申请战败' }).click();
  await sheet.getByRole('radio', { name: '联系上了', exact: true }).check();
  await sheet.getByLabel('为什么放弃（必填）').fill('合同都签了');
  await sheet.getByRole('button', { name: '提交战败申请' }).click();
  await manager.getByRole('button', { name: '同意战败' }).click();
  await manager.getByText('同意战败，卡已结束').waitFor();
  await page.getByText('同意战败，卡已结束').waitFor();
  const after = await cardOf(card);
  assert.equal(after.card.standing, 'lost');
  assert.ok((await due()).items.every(({ id }) => id !== card.id));
  await done(manager);
  await done(page);
});

test('who orders is delivered to, or becomes a prospect again; each is an event of its own', async () => {
  const card = await somebody();
  const page = await visit(browser, server, chen, addressOf(card), { viewport: phone });
  const dialog = page.getByRole('dialog');
  const order = async (price) => {
    await page.getByRole('button', { name: '下订' }).click();
    await dialog.getByLabel('成交价').fill(price);
    await dialog.getByLabel('颜色').fill('珍珠白');
    await dialog.getByRole('button', { name: '下订' }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await order('13.58');
  await page.getByText('¥135,800', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: '退订' }).click();
  await dialog.getByLabel('为什么退订').fill('贷款没批下来');
  await dialog.getByRole('button', { name: '退订' }).click();
  await page.getByText('退订：贷款没批下来', { exact: false }).waitFor();
  assert.equal((await cardOf(card)).card.grade, 'A');

  await order('13');
  await page.getByRole('button', { name: '交车' }).click();
  await dialog.getByLabel('车牌').fill('浙A12345');
  await dialog.getByRole('button', { name: '交车' }).click();
  await page.getByText('浙A12345', { exact: false }).waitFor();
  const after = await cardOf(card);
  assert.equal(after.card.standing, 'delivered');
  assert.deepEqual(after.card.can, []);
  assert.deepEqual(
    after.orders.map(({ delivered_at, cancelled_at }) => [delivered_at !== null, cancelled_at !== null]),
    [
      [true, false],
      [false, true],
    ],
  );
  await done(page);
});
