// The manager's morning over the demo dealership: a number is as large as the list behind it, and as the list of
// prospects that it leads to; new rules hold from the day they name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone, settled } from './support/browser.mjs';
import { demoWith } from './support/demo.mjs';

const demo = demoWith('jingli', 'chenwei');
const { people, looking } = demo;

/** How many stand in a list when all are fetched; each has one link, its name. */
async function all(list) {
  const names = list.locator('a[href^="/stores/"]');
  await names.first().waitFor();
  const more = list.getByRole('button', { name: '再看一些' });
  while (await more.isVisible()) {
    const before = await names.count();
    await more.click();
    await names.nth(before).waitFor();
  }
  return names.count();
}

for (const viewport of [desk, phone]) {
  test(`numbers of people are as long as the lists behind them, at ${viewport.width}`, async () => {
    await looking('jingli', '/board', { viewport: viewport }, async (page) => {
      // Who is being dropped depends on the day the demo dealership is looked at; one number of each kind is enough.
      // Those without a grade in their name are all cards of a person, hundreds perhaps.
      for (const what of ['在跟', '逾期', '从未跟进']) {
        const link = page.getByRole('link', { name: new RegExp(` 级.* · ${what} \\d+$`) }).first();
        const number = await link.getAttribute('aria-label');
        const said = Number(number.match(/\d+$/)[0]);
        await link.click();
        const behind = page.getByRole('dialog', { name: `${what} · ${said} 张卡` });
        assert.equal(await all(behind), said, number);
        await behind.getByRole('button', { name: '关闭' }).click();
        await behind.waitFor({ state: 'detached' });
      }
    });
  });
}

test('a number leads on to the same cards among the prospects, and the filter can be taken away', async () => {
  await looking('jingli', '/board', { viewport: desk }, async (page) => {
    const number = page.getByRole('link', { name: / 级.* · 逾期 \d+$/ }).first();
    const [, grade, said] = (await number.getAttribute('aria-label')).match(/ · ([NHABC]) 级.* (\d+)$/);
    await number.click();
    await page.getByRole('dialog').getByRole('link', { name: '到潜客页看这些卡' }).click();
    await page.waitForURL(/\/prospects\?.*attention=overdue/);
    await settled(page);
    assert.equal(await all(page.locator('main')), Number(said));
    await page.getByRole('button', { name: '不再只看“逾期”' }).click();
    await page.waitForURL((url) => !url.searchParams.has('attention') && url.searchParams.get('grade') === grade);
  });
});

test('a manager sets the cadence from tomorrow on, and a salesperson reads it', async () => {
  await looking('jingli', '/settings/rules', { viewport: desk }, async (page) => {
    await page.getByRole('button', { name: '设新的规则' }).click();
    await page.getByLabel('A 级到第几天').fill('3');
    await page.getByLabel('C 级跟进间隔').fill('10');
    await page.getByRole('button', { name: '保存规则' }).click();
    await page.getByText('不能短于前一级别的天数').waitFor();
    await page.getByLabel('A 级到第几天').fill('14');
    await page.getByRole('button', { name: '保存规则' }).click();
    await page.getByText('将生效').waitFor();
  });
  await looking('chenwei', '/settings/rules', { viewport: phone }, async (page) => {
    const ahead = page.getByRole('listitem').filter({ hasText: '将生效' });
    assert.match(await ahead.innerText(), /A 级到第几天 15 → 14 天\s+C 级跟进间隔 15 → 10 天/);
    assert.equal(await page.getByRole('button', { name: '设新的规则' }).count(), 0);
  });
});
