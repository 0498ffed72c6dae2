// Weighed where it counts: what the browser really fetched.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, settled, visit } from './support/browser.mjs';
import { join, newDatabase, serve, setUp } from './support/guanxi.mjs';

const most = 250_000;
let browser, database, server, client;

before(async () => {
  database = newDatabase('sqlite');
  server = await serve(database);
  browser = await launch();
  const { admin, store } = await setUp(server);
  client = await join(server, admin, store, 'lin', ['sales_manager']);
});
after(async () => {
  await browser?.close();
  await server?.stop();
  database?.drop();
});

for (const where of ['/', '/door']) {
  test(`${where} fetches less than 250 kB of script`, async () => {
    const page = await visit(browser, server, client, where);
    await settled(page);
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .map(({ name, transferSize, decodedBodySize }) => ({ name, transferSize, decodedBodySize })),
    );
    const sum = scripts.reduce((all, { transferSize }) => all + transferSize, 0);
    assert.ok(scripts.length > 1 && scripts.every(({ transferSize }) => transferSize > 0));
    console.log(`  ${where}: ${Math.round(sum / 1000)} kB in ${scripts.length} scripts`);
    assert.ok(sum < most, `${sum} bytes: ${JSON.stringify(scripts)}`);
    await page.context().close();
  });
}
