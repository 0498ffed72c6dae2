// How long Unfiled takes to draw what it was told: of every part, from the last byte of its numbers until the picture with
// it. Each time in a browser that has never seen the app; two stores' visits of two years.
//   node bench/charts.mjs                            five browsers for each page and width
//   node bench/charts.mjs --times 9 --parts          more of them, and each part by its name
//   node bench/charts.mjs --web before --web after   builds of the app by turns, so that a busy machine treats them alike
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { desk, launch, phone, visit } from '../tests/journeys/support/browser.mjs';
import { Client, fillDemo, newDatabase, serve } from '../tests/journeys/support/guanxi.mjs';

const { values: options } = parseArgs({
  options: {
    times: { type: 'string', default: '5' },
    parts: { type: 'boolean', default: false },
    web: { type: 'string', multiple: true, default: ['web/dist'] },
  },
});
const looks = [
  { login: 'jingli', of: 'a store', viewport: phone },
  { login: 'jingli', of: 'a store', viewport: desk },
  { login: 'zongjingli', of: 'the group', viewport: phone },
  { login: 'zongjingli', of: 'the group', viewport: desk },
];

/** Notes in the browser when each part stands in a picture: with its chart, where it has one. */
function watch() {
  window.stands = {};
  const note = (title, section) => {
    const seen = section.getBoundingClientRect().top < window.innerHeight;
    const numbers = section.querySelector('a[href*="/unfiled/table.csv"]').href;
    const part = (window.stands[title] = {
      seen,
      numbers,
      chart: section.querySelector('[role=img]') !== null,
    });
    // A task of its own after the next picture was ordered: by then it has been drawn.
    const shown = new MessageChannel();
    shown.port1.onmessage = () => (part.at = performance.now());
    requestAnimationFrame(() => shown.port2.postMessage(null));
  };
  new MutationObserver(() => {
    for (const section of document.querySelectorAll('section')) {
      const title = section.querySelector('h2').textContent;
      const empty = section.querySelector('[role=img]:not(:has(path)), .mantine-Skeleton-root');
      if (!empty && !window.stands[title]) note(title, section);
    }
  }).observe(document, { childList: true, subtree: true });
}

/** What was noted, with the time at which the numbers of each part had arrived. */
function read() {
  const arrived = performance.getEntriesByType('resource').map(({ name, responseEnd }) => [new URL(name), responseEnd]);
  return Object.entries(window.stands).map(([title, { numbers, at, ...part }]) => {
    const asked = new URL(numbers).searchParams;
    const [, end] = arrived.find(
      ([{ pathname, searchParams }]) =>
        pathname.endsWith(`/unfiled/${asked.get('part').replace('_', '-')}`) &&
        searchParams.get('by') === asked.get('by'),
    );
    return { title, ...part, at, after: at - end };
  });
}

async function look(server, client, { of, viewport }) {
  const browser = await launch();
  const page = await visit(browser, server, client, '/healthz', { viewport });
  await page.addInitScript(watch);
  const group = client.me.stores[0].group_id;
  await page.goto(`${server.address}/unfiled${of === 'a store' ? '' : `?group=${group}`}`);
  await page.locator('section').first().waitFor();
  await page.locator('[data-waits]').first().waitFor({ state: 'detached' });
  await page.waitForFunction(() => Object.values(window.stands).every(({ at }) => at));
  const parts = await page.evaluate(read);
  await browser.close();
  return parts;
}

const database = newDatabase('sqlite');
fillDemo(database, '--stores', '2', '--months', '24', '--visits-per-month', '600');
const builds = [];
for (const web of options.web)
  builds.push({
    web,
    server: await serve(database, 0, web),
    parts: looks.map(() => []),
  });
for (let time = 0; time < Number(options.times); ++time) {
  for (const [at, each] of looks.entries()) {
    for (const { server, parts } of builds) {
      const client = new Client(server.address);
      client.me = await client.do('POST', '/session', {
        login: each.login,
        password: 'guanxi-demo',
      });
      parts[at].push(...(await look(server, client, each)));
    }
  }
}
for (const { server } of builds) await server.stop();
database.drop();

/** "median (most)" in milliseconds. */
function spread(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return `${Math.round(sorted[Math.floor(sorted.length / 2)])} (${Math.round(sorted.at(-1))})`;
}

console.log('| build | of | width | part | after its numbers | after opening |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const [at, { of, viewport }] of looks.entries()) {
  for (const { web, parts } of builds) {
    const row = (name, some) =>
      console.log(
        `| ${[web, of, viewport.width, name, spread(some.map(({ after }) => after)), spread(some.map((part) => part.at))].join(' | ')} |`,
      );
    row(
      'charts seen first',
      parts[at].filter(({ seen, chart }) => seen && chart),
    );
    row('everything', parts[at]);
    if (!options.parts) continue;
    for (const title of new Set(parts[at].map((part) => part.title)))
      row(
        title,
        parts[at].filter((part) => part.title === title),
      );
  }
}
console.log(`\nMilliseconds: median (most). Load at the end: ${loadavg()[0].toFixed(1)}`);
