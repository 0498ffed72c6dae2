// The pages of the Hundred and of Unfiled over the demo dealership: every number is as large as the list behind it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { desk, phone, visit } from './support/browser.mjs';
import { demoWith } from './support/demo.mjs';

const demo = demoWith('jingli', 'chenwei', 'zongjingli');
const { people, looking } = demo;

const numberIn = (text) => Number(text.match(/\d+/)[0]);
const panel = (page, title) => page.locator('section', { has: page.locator('h2', { hasText: title }) });
const drawn = (page) => page.locator('[data-waits]').first().waitFor({ state: 'detached' });

/** What the open list says of itself, and how many visits stand in it when all are fetched. */
async function listed(page) {
  const list = page.getByRole('dialog');
  await list.getByRole('listitem').first().waitFor();
  const more = list.getByRole('button', { name: '再看一些' });
  while (await more.isVisible()) {
    const before = await list.getByRole('listitem').count();
    await more.click();
    await list.getByRole('listitem').nth(before).waitFor();
  }
  const count = await list.getByRole('listitem').count();
  const title = await list.getByRole('heading').first().innerText();
  await list.getByRole('button', { name: '关闭' }).click();
  await list.waitFor({ state: 'detached' });
  return { count, title };
}

test('a manager begins with the Hundred, and each group is as long as it says', async () => {
  await looking('jingli', '/', { viewport: desk }, async (page) => {
    assert.equal(new URL(page.url()).pathname, '/hundred');
    const groups = page.locator('h2 button');
    const names = await groups.allInnerTexts();
    assert.ok(names.length >= 4, names.join());
    let sum = 0;
    for (const [at, name] of names.entries()) {
      const said = Number(name.match(/(\d+) 位/)[1]);
      assert.equal(await page.getByRole('list', { name: name.split('\n')[0] }).getByRole('button').count(), said);
      await groups.nth(at).click();
      const { count, title } = await listed(page);
      assert.equal(count, said, name);
      assert.ok(title.endsWith(`${said} 位`), title);
      sum += said;
    }
    assert.equal(sum, 100);
    // Whoever left a contact stands in one of these, however far they have come since.
    const courses = ['买了车', '正在跟进', '过了时候没跟进', '跟丢了', '留下了联系方式'];
    const filed = names
      .filter((name) => courses.includes(name.split('\n')[0].trim()))
      .reduce((all, name) => all + Number(name.match(/(\d+) 位/)[1]), 0);
    await page.getByText(new RegExp(`里留档 ${filed} 位`)).waitFor();
  });
});

test('a figure tells its visit, and leads to it', async () => {
  await looking('jingli', '/hundred', { viewport: phone, hasTouch: true }, async (page) => {
    const figure = page.getByRole('list', { name: '没有索取' }).getByRole('button').first();
    const told = await figure.getAttribute('aria-label');
    await figure.tap();
    const card = page.getByRole('group', { name: '这一位' });
    for (const part of (await card.locator('p').allInnerTexts())) assert.ok(told.includes(part), part);
    await card.getByRole('link').click();
    await page.waitForURL(/\/stores\/[^/]+\/visits\/[^/]+$/);
    await page.goBack();
    await page.getByRole('list', { name: '没有索取' }).waitFor();
  });
});

test('a salesperson begins with their own hundred, and sees nobody else in it', async () => {
  await looking('chenwei', '/', { viewport: phone }, async (page) => {
    await page.getByRole('heading', { level: 1, name: '我的百人图' }).waitFor();
    const told = await page.locator('[data-visit]').evaluateAll((all) => all.map((each) => each.ariaLabel));
    assert.ok(told.length > 0 && told.every((text) => text.includes('陈伟')));
    await page.getByRole('button', { name: '筛选' }).click();
    assert.equal(await page.getByRole('combobox', { name: '接待人' }).count(), 0);
  });
});

test('narrowed by person and month, the Hundred is another, and its link shows the same', async () => {
  await looking('jingli', '/hundred', { viewport: desk }, async (page) => {
    await page.getByRole('combobox', { name: '接待人' }).click();
    await page.getByRole('option', { name: '周杰' }).click();
    // What stood there before stays, pale, until the month's own visits have come.
    const ofTheMonth = page.waitForResponse((response) => /hundred\?.*month=/.test(response.url()));
    await page.getByRole('button', { name: '往前一个月' }).click();
    await ofTheMonth;
    await page.locator('[aria-busy=false] [data-visit]').first().waitFor();
    const told = () => page.locator('[data-visit]').evaluateAll((all) => all.map((each) => each.ariaLabel));
    const before = await told();
    assert.ok(before.every((text) => text.includes('周杰')));
    await page.goto(page.url());
    await page.locator('[data-visit]').first().waitFor();
    assert.deepEqual(await told(), before);
    assert.equal(await page.getByRole('combobox', { name: '接待人' }).inputValue(), '周杰');
  });
});

test('every count of Unfiled opens as many visits, whatever they are counted by', async () => {
  const tables = 'months.causes.person.channel.model.minutes.asks.second_face.on_duty';
  await looking('jingli', `/unfiled?tables=${tables}`, { viewport: desk }, async (page) => {
    await drawn(page);
    for (const title of ['逐月未留档率', '为什么没留下', '按接待人', '按来店渠道', '按看的车型', '按停留时间', '问过几次']) {
      const counts = panel(page, title).locator('td button');
      const all = await counts.count();
      assert.ok(all > 0, title);
      // The first and the last, and those in between by leaps: the server's tests go through all of them.
      for (const at of new Set([0, Math.floor(all / 2), all - 1])) {
        const [said, name] = [numberIn(await counts.nth(at).innerText()), await counts.nth(at).getAttribute('aria-label')];
        await counts.nth(at).click();
        const { count } = await listed(page);
        assert.equal(count, said, `${title}: ${name}`);
      }
    }
    const cell = panel(page, '按星期和钟点').locator('td button').first();
    const said = numberIn(await cell.innerText());
    await cell.click();
    assert.equal((await listed(page)).count, said);
  });
});

test('a bar of the Pareto leads to its visits, and the link reopens that list', async () => {
  await looking('jingli', '/unfiled', { viewport: desk }, async (page) => {
    await drawn(page);
    const chart = panel(page, '为什么没留下').locator('div[role=img]');
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    // The first bar begins right of the names.
    await page.mouse.click(box.x + 225, box.y + 26 + 13);
    // Which cause is the most frequent changes with the hour at which the demo was filled.
    const { causes } = await people.jingli.do('GET', `/stores/${people.jingli.me.stores[0].id}/unfiled/causes`);
    const most = { U1: '没有索取', U2: '问了，不肯留' }[causes[0].code];
    const title = `${most} · 未留档 · ${causes[0].count} 位`;
    await page.getByRole('dialog').getByText(title).waitFor();
    const link = page.url();
    assert.deepEqual(await listed(page), { count: causes[0].count, title });
    await page.goto(link);
    assert.deepEqual(await listed(page), { count: causes[0].count, title });
  });
});

test('both files of every chart hold its numbers', async () => {
  await looking('jingli', '/unfiled?tables=causes', { viewport: desk, acceptDownloads: true }, async (page) => {
    await drawn(page);
    const rows = await panel(page, '为什么没留下').locator('tbody tr').evaluateAll((all) =>
      all.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent)),
    );
    const save = async (name) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: `为什么没留下：导出 ${name}` }).click(),
      ]);
      return download.path();
    };
    const csv = readFileSync(await save('CSV'), 'utf8');
    const sheet = execFileSync('unzip', ['-p', await save('XLSX'), 'xl/worksheets/sheet1.xml']).toString();
    for (const [name, count] of rows) {
      assert.ok(csv.includes(name) && csv.includes(count), `${name} ${count} in the CSV`);
      assert.ok(sheet.includes(`<v>${count}</v>`), `${name} ${count} in the workbook`);
    }
    const places = await page.locator('section a[href*="/unfiled/table."]').evaluateAll((all) => all.map(({ href }) => href));
    assert.ok(places.length >= 20, `${places.length} files`);
    const statuses = await page.evaluate(
      (all) => Promise.all(all.map(async (href) => (await fetch(href)).status)),
      places,
    );
    assert.ok(statuses.every((status) => status === 200), statuses.join());
  });
});

test('what was not drawn yet is drawn before it is printed', async () => {
  const page = await visit(demo.browser, demo.server, people.jingli, '/sign-in', { viewport: desk });
  // A browser that is never idle: nothing that cannot be seen is drawn by itself.
  await page.addInitScript(() => (window.requestIdleCallback = () => 0));
  await page.goto(`${demo.server.address}/unfiled`);
  await panel(page, '逐月未留档率').locator('svg path').first().waitFor();
  await page.waitForLoadState('networkidle');
  const [before, after] = await page.evaluate(() => {
    const waiting = () => document.querySelectorAll('[data-waits]').length;
    const all = [waiting()];
    window.dispatchEvent(new Event('beforeprint'));
    return [...all, waiting()];
  });
  assert.ok(before > 0, 'everything was drawn at once');
  assert.equal(after, 0);
  await page.context().close();
});

/** "2026-03" so many months ago, in the stores' zone. */
function monthAgo(months) {
  const [year, month] = new Date(Date.now() + 8 * 3_600_000).toISOString().split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months)).toISOString().slice(0, 7);
}

test('from all stores one store is a click away, and the months stay', async () => {
  const group = people.zongjingli.me.stores[0].group_id;
  const [from, to] = [monthAgo(1), monthAgo(0)];
  await looking('zongjingli', `/unfiled?group=${group}&from=${from}&to=${to}`, { viewport: phone }, async (page) => {
    await drawn(page);
    const store = panel(page, '各店逐月').getByRole('listitem').first().getByRole('link');
    const name = await store.innerText();
    await store.click();
    await panel(page, '各店并排').waitFor({ state: 'detached' });
    const { searchParams } = new URL(page.url());
    const chosen = people.zongjingli.me.stores.find((each) => each.name === name);
    assert.deepEqual(Object.fromEntries(searchParams), { store: chosen.id, from, to });
    await page.locator('main').getByText(`${name} · `).waitFor();
  });
});

for (const viewport of [desk, phone]) {
  test(`what became of a month's visitors is as long as its list, at ${viewport.width}`, async () => {
    await looking('jingli', '/cohorts?days=7', { viewport }, async (page) => {
      for (const fate of ['已成交', '跟进中', '未留档']) {
        const part = page.getByRole('button', { name: new RegExp(` · 7 天 · ${fate} \\d+ · `) }).last();
        const said = Number((await part.getAttribute('aria-label')).match(new RegExp(`${fate} (\\d+)`))[1]);
        await part.click();
        assert.equal((await listed(page)).count, said, fate);
      }
    });
  });
}

test('what became of the visitors of all stores leads to one of them', async () => {
  await looking('zongjingli', '/cohorts?days=7', { viewport: desk }, async (page) => {
    await page.getByText('全部 2 家店').click();
    await page.waitForURL(/group=/);
    await page.getByText(/^全部门店 · /).waitFor();
    const part = page.getByRole('button', { name: / · 7 天 · 未留档 \d+ · / }).last();
    const said = Number((await part.getAttribute('aria-label')).match(/未留档 (\d+)/)[1]);
    await part.click();
    const list = page.getByRole('dialog');
    await list.getByRole('listitem').first().waitFor();
    const counts = await list.getByRole('listitem').allInnerTexts();
    assert.equal(counts.map((text) => Number(text.match(/(\d+) 位/)[1])).reduce((all, one) => all + one, 0), said);
    await list.getByRole('link').first().click();
    await page.waitForURL(/store=/);
    await page.getByRole('heading', { name: '来客去向' }).waitFor();
  });
});
