// The manager's tools over the demo dealership: a filter that is kept, cards of somebody who leaves, a card that is
// moved on the kanban, forms that come out of the printer, and numbers that lead to their cards.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, phone } from './support/browser.mjs';
import { demoWith } from './support/demo.mjs';

const demo = demoWith('jingli', 'chenwei');
const { people, looking } = demo;

test('a table is filtered, kept under a name, and opened again by a colleague', async () => {
  await looking('jingli', '/prospects?view=table&grade=H', { viewport: desk }, async (page) => {
    await page.getByRole('button', { name: '购车时间' }).click();
    await page.waitForURL(/sort=expected/);
    await page.getByRole('button', { name: '筛选' }).click();
    await page.getByRole('menuitem', { name: '把现在的看法存为筛选' }).click();
    await page.getByLabel('名称').fill('快买的');
    await page.getByLabel('给全店的人用').check();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已存为“快买的”').waitFor();
  });
  await looking('chenwei', '/prospects', { viewport: phone }, async (page) => {
    await page.getByRole('button', { name: '筛选' }).click();
    await page.getByRole('menuitem', { name: /快买的/ }).click();
    await page.waitForURL(/view=table.*grade=H|grade=H.*view=table/);
    await page.getByRole('table').waitFor();
    const grades = await page
      .locator('tbody [data-grade]')
      .evaluateAll((marks) => marks.map((each) => each.dataset.grade));
    assert.ok(
      grades.every((grade) => grade === 'H'),
      grades.join(),
    );
  });
});

test('a card moves to another grade with a reason, on the kanban of the desk', async () => {
  await looking('jingli', '/prospects?view=kanban', { viewport: desk }, async (page) => {
    const from = page.getByRole('region', { name: /^C 级/ });
    const to = page.getByRole('region', { name: /^A 级/ });
    const card = from.getByRole('listitem').first();
    const name = await card.getByRole('link').innerText();
    await card.dragTo(to, { targetPosition: { x: 90, y: 60 } });
    const dialog = page.getByRole('dialog', { name: `${name}：C → A` });
    await dialog.getByLabel('为什么改级别').fill('贷款批下来了');
    await dialog.getByRole('button', { name: '改为 A 级' }).click();
    await page.getByText(`${name}已改为 A 级`).waitFor();
  });
});

test('one column at a time is shown on a phone', async () => {
  await looking('jingli', '/prospects?view=kanban&by=stage', { viewport: phone }, async (page) => {
    assert.equal(
      await page
        .getByRole('region')
        .filter({ has: page.locator('h2') })
        .count(),
      1,
    );
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
  });
});

test('the forms come out on A4', async () => {
  const card = (await people.jingli.do('GET', `/stores/${demo.store.id}/prospects?limit=1&open=true`)).items[0];
  const forms = [
    ['/prospects/month', '意向客户级别状况表', 841.9],
    ['/prospects/day', '销售活动日报表', 841.9],
    [`/stores/${demo.store.id}/prospects/${card.id}/print`, '意向客户管理卡', 595.3],
  ];
  for (const [where, title, width] of forms) {
    await looking('jingli', where, { viewport: desk }, async (page) => {
      await page.getByRole('heading', { name: title }).waitFor();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const [, wide] = pdf.match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/).map(Number);
      assert.ok(Math.abs(wide - width) < 1.5, `${title} is ${wide} wide`);
    });
  }
});

test('a number of the calibration is as long as the list behind it', async () => {
  await looking('jingli', '/prospects/calibration', { viewport: desk }, async (page) => {
    const number = page.getByRole('link', { name: / · \d+ 位下订$/ }).first();
    const said = Number((await number.getAttribute('aria-label')).match(/(\d+) 位下订$/)[1]);
    await number.click();
    const rows = page.getByRole('dialog').getByRole('listitem');
    await rows.first().waitFor();
    const more = page.getByRole('dialog').getByRole('button', { name: '再看一些' });
    while (await more.isVisible()) {
      const before = await rows.count();
      await more.click();
      await rows.nth(before).waitFor();
    }
    assert.equal(await rows.count(), said);
  });
});

test('whoever leaves hands all cards over and can no longer get in', async () => {
  await looking('jingli', '/prospects/reassign', { viewport: desk }, async (page) => {
    await page.getByRole('button', { name: /陈伟/ }).click();
    await page.getByRole('radio', { name: '离职' }).check();
    await page.getByRole('button', { name: '全部平均分给所有同事' }).click();
    await page.getByRole('button', { name: /^转交 \d+ 张卡$/ }).click();
    await page.getByRole('button', { name: '转交并停用账号' }).click();
    await page.getByRole('heading', { name: /张卡已经转交/ }).waitFor();
  });
  const left = people.chenwei.me.id;
  const { items } = await people.jingli.do('GET', `/stores/${demo.store.id}/prospects?open=true&salesperson_id=${left}`);
  assert.equal(items.length, 0);
  await assert.rejects(people.chenwei.do('GET', '/session'));
});
