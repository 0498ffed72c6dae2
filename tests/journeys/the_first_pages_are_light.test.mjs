// Weighed where it counts: what the browser really fetched on somebody's phone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, settled, visit } from './support/browser.mjs';
import { join, newDatabase, serve, setUp } from './support/guanxi.mjs';

const most = 250_000;
let browser, database, server;
const people = {};

before(async () => {
  database = newDatabase('sqlite');
  server = await serve(database);
  browser = await launch();
  const { admin, store } = await setUp(server);
  people.salesperson = await join(server, admin, store, 'chen', ['salesperson']);
  people.manager = await join(server, admin, store, 'lin', ['sales_manager']);
});
after(async () => {
  await browser?.close();
  await server?.stop();
  database?.drop();
});

/** Whose phone, the address, and the page it leads to. */
const openings = [
  ['salesperson', '/', '/hundred'],
  ['salesperson', '/today', '/today'],
  ['manager', '/', '/hundred'],
  ['manager', '/door', '/door'],
];

for (const [who, where, shown] of openings) {
  test(`${where} of a ${who} is ${shown}, and fetches less than 250 kB of script`, async () => {
    const page = await visit(browser, server, people[who], where);
    await settled(page);
    assert.equal(new URL(page.url()).pathname, shown);
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
