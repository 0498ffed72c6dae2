import assert from 'node:assert/strict';
import { desk, settled } from './support/browser.mjs';
import { newId } from './support/guanxi.mjs';
import { tell } from './support/showroom.mjs';

tell({
  'the daily form prints on one sheet of A4, and the log comes as CSV that Excel can read': async (room) => {
    const { zhao, chen, li, lin, store, opens, opened, addressOf } = room;
    const visit = await opened(zhao, { salesperson_id: chen.id, party_size: 2 });
    await lin.do('POST', `${addressOf(visit)}/handover`, { to: li.id });
    await li.do('POST', `${addressOf(visit)}/filing`, {
      customer: { id: newId(), name: '王小明', phone: '13800138000', sex: 'male', wechat: 'wang_xm' },
      purchase_when: 'this_week',
      consent: { given: true, purposes: ['follow_up'] },
      test_drive: true,
      quote: false,
      trade_in: false,
      story: '给家里换车',
    });
    const page = await opens(lin, '/log', { viewport: desk });
    await settled(page);
    await page.getByRole('link', { name: '打印登记表' }).click();
    await page.getByRole('cell', { name: '王小明' }).waitFor();
    const titles = (await page.getByRole('columnheader').allTextContents()).map((text) => text.replace(/\s/g, ''));
    const cells = await page.getByRole('row').nth(1).getByRole('cell').allTextContents();
    const said = Object.fromEntries(titles.map((title, at) => [title, cells[at]]));
    assert.equal(said['接待人'], 'chen');
    assert.equal(said['转接后接待人'], 'li');
    assert.equal(said['性别'], '男');
    assert.equal(said['加微信'], '√');
    assert.equal(said['电话'], '138 0013 8000');
    assert.match(said['级别/购车时间'], /^H 本周/);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.equal(pdf.match(/\/Type \/Page\b/g).length, 1, 'more than one sheet');
    const [, width, height] = pdf.match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/).map(Number);
    assert.ok(
      Math.abs(width - 841.9) < 1.5 && Math.abs(height - 595.3) < 1.5,
      `${width} x ${height} is no A4 landscape`,
    );

    await page.goBack();
    // The day, its month, its year.
    for (const span of [/日$/, /月$/, /全年$/]) {
      await page.getByRole('button', { name: '导出 CSV' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: span }).click(),
      ]);
      assert.match(download.suggestedFilename(), /\.csv$/);
      const text = Buffer.concat(await (await download.createReadStream()).toArray());
      assert.deepEqual([...text.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'no byte order mark');
      assert.match(text.toString('utf8'), /王小明/);
    }
    assert.equal(store.code, 'HZ01');
  },
});
