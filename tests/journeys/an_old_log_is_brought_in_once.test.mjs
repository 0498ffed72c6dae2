// The months before Guanxi, as they lie in the dealer's computer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { desk } from './support/browser.mjs';
import { tell } from './support/showroom.mjs';
import { gb18030, xlsx } from './support/tables.mjs';

/** Nobody's headers: some can be guessed, one is guessed wrongly, some mean nothing to anybody else. */
const headers = ['日期', '几点到的', '尊姓', '联系号码', '时间', '谁接的', '没留原因', '经过', '天气'];
const rows = [
  ['2026-03-01', '10:05', '王小明', '13800138000', '40', 'chen', '', '看了七座车，周末再来试驾', '晴'],
  ['3月1日', '11:20', '', '', '12', 'li', '忘了问', '一家三口问了价就走', '晴'],
  ['2026/3/2', '14:00', '李芳', '139 0013 9000', '55', 'chen', '', '给公司买，要开票', '雨'],
  ['2026-03-02', '25:70', '', '', '', 'li', '忘了问', '时间写错了', '雨'],
  ['2026-03-02', '15:30', '', '', '', '小周', '忘了问', '早就不在这里', '雨'],
];
const means = {
  几点到的: 'arrived_time',
  尊姓: 'customer_name',
  联系号码: 'phone',
  谁接的: 'salesperson',
  没留原因: 'reason',
  经过: 'story',
  时间: '',
};
const march = {
  name: '三月.csv',
  mimeType: 'text/csv',
  buffer: gb18030([headers, ...rows].map((row) => row.join(',')).join('\r\n')),
};

async function uploads(page, file, address) {
  await page.goto(`${address}/imports`);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('heading', { level: 1, name: file.name }).waitFor();
}

/** What the three tabs say: [would be added, there already, refused]. */
async function counts(page) {
  await page.getByRole('tab').first().waitFor();
  return (await page.getByRole('tab').locator('b').allTextContents()).map(Number);
}

const rowsOf = async (page, tab) => {
  await page.getByRole('tab', { name: tab }).click();
  await page.getByRole('region', { name: '各行' }).waitFor();
  return page.locator('tbody tr').allInnerTexts();
};

async function names(page) {
  for (const [header, field] of Object.entries(means)) {
    await page.getByLabel(`“${header}”这一列是`).selectOption(field);
  }
  await page.getByLabel('没写年份的日期，算哪一年').fill('2026');
}

tell({
  'an old log is tried, corrected, brought in, and brought in again without adding anything': async (room) => {
    const { admin, lin, store, server, opens } = room;
    const page = await opens(admin, '/imports', { viewport: desk });
    await uploads(page, march, server.address);
    await page.getByText('GB18030').waitFor();
    assert.equal(await page.getByLabel('“日期”这一列是').inputValue(), 'arrived_on', 'a plain header is guessed');
    await names(page);
    await page.getByRole('button', { name: '试算', exact: true }).click();

    await page.getByRole('heading', { name: '会新增 3 批来访' }).waitFor();
    assert.deepEqual(await counts(page), [3, 0, 2]);
    const refused = await rowsOf(page, /不收/);
    assert.match(refused[0], /几点到的：看不懂时间“25:70”/);
    assert.match(refused[1], /本店没有叫“小周”的人/);
    assert.equal((await lin.do('GET', `/stores/${store.id}/visits`)).items.length, 0, 'a trial writes');

    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('progressbar', { name: '正在导入' }).waitFor({ state: 'attached' });
    await page.getByRole('heading', { name: '导入完成，新增 3 批来访' }).waitFor();

    await page.getByRole('tab', { name: /没有收/ }).click();
    const waits = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载不收的行' }).click();
    const text = readFileSync(await (await waits).path(), 'utf8');
    assert.match(text, /几点到的/);
    assert.match(text, /几点到的：看不懂时间“25:70”/);
    assert.equal(text.trim().split('\n').length, 3, 'the head and the two rows');

    await page.goto(`${server.address}/log?day=2026-03-01`);
    await page.getByText('看了七座车，周末再来试驾').waitFor();
    await page.getByText('一家三口问了价就走').waitFor();
    const { items } = await lin.do('GET', `/stores/${store.id}/visits?limit=50`);
    assert.deepEqual(
      items.map((visit) => [visit.arrived_at, visit.salesperson.name, visit.standing, visit.customer?.name]).sort(),
      [
        ['2026-03-01T02:05:00.000Z', 'chen', 'filed', '王小明'],
        ['2026-03-01T03:20:00.000Z', 'li', 'unfiled', undefined],
        ['2026-03-02T06:00:00.000Z', 'chen', 'filed', '李芳'],
      ],
    );

    // The same file once more, and the columns are remembered.
    await uploads(page, march, server.address);
    await page.getByText('已沿用上次的选择').waitFor();
    await page.getByRole('button', { name: '试算', exact: true }).click();
    await page.getByRole('heading', { name: '没有可以新增的来访' }).waitFor();
    assert.deepEqual(await counts(page), [0, 3, 2]);
    assert.equal(await page.getByRole('button', { name: '导入', exact: true }).count(), 0);
    assert.equal((await lin.do('GET', `/stores/${store.id}/visits?limit=50`)).items.length, 3);

    await page.goto(`${server.address}/settings/audit`);
    await page.getByText('导入来店登记：新增 3 批').waitFor();
  },

  'a workbook of Excel is brought in, and what the log holds already is not added': async (room) => {
    const { admin, lin, store, server, opens } = room;
    const file = (name, ...lines) => ({
      name,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: xlsx([['来店日期', '到店时间', '姓名', '电话'], ...lines]),
    });
    const wang = ['2026-03-01', '10:05', '王小明', '13800138000'];
    const page = await opens(admin, '/imports', { viewport: desk });
    const brings = async (book, added) => {
      await uploads(page, book, server.address);
      await page.getByText('Excel 表格').waitFor();
      await page.getByLabel('“到店时间”这一列是').selectOption('arrived_time');
      await page.getByRole('button', { name: '试算', exact: true }).click();
      await page.getByRole('heading', { name: `会新增 ${added} 批来访` }).waitFor();
    };
    await brings(file('一.xlsx', wang), 1);
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('heading', { name: '导入完成，新增 1 批来访' }).waitFor();
    // Another file, with a row more in front: the visit is known by its customer and its time.
    await brings(file('二.xlsx', ['2026-03-01', '09:00', '李芳', '13900139000'], wang), 1);
    assert.deepEqual(await counts(page), [1, 1, 0]);
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('heading', { name: '导入完成，新增 1 批来访' }).waitFor();
    assert.equal((await lin.do('GET', `/stores/${store.id}/visits`)).items.length, 2);
    assert.equal((await lin.do('GET', `/stores/${store.id}/customers`)).items.length, 2);
    // The log opens on the first of the days that were brought, not on today's empty page.
    await page.getByText('2026年3月1日', { exact: true }).waitFor();
    await page.getByRole('link', { name: '看来店登记' }).click();
    await page.getByText('李芳').waitFor();
    assert.equal(new URL(page.url()).searchParams.get('day'), '2026-03-01');
  },

  'a list of prospects becomes cards that are followed up from today on': async (room) => {
    const { admin, chen, store, server, opens } = room;
    const page = await opens(admin, '/imports', { viewport: desk });
    const list = {
      name: '意向客户.csv',
      mimeType: 'text/csv',
      buffer: gb18030(
        [
          ['客户姓名', '电话', '级别', '销售顾问', '建档日期', '上次跟进日期', '下次跟进日期', '备注'],
          ['王小明', '13800138000', 'A', 'chen', '2026-01-05', '2026-02-20', '2026-02-25', '等年终奖，看中白色'],
          ['李芳', '13900139000', 'C', 'chen', '', '', '', ''],
          ['赵强', '13700137000', 'D', 'chen', '', '', '', '已交车'],
        ]
          .map((row) => row.join(','))
          .join('\r\n'),
      ),
    };
    await page.getByText('意向客户清单', { exact: true }).click();
    await page.getByText('每位开一张意向卡').waitFor();
    await page.locator('input[type=file]').setInputFiles(list);
    await page.getByRole('heading', { level: 1, name: list.name }).waitFor();
    assert.equal(await page.getByLabel('“建档日期”这一列是').inputValue(), 'registered_on');
    assert.equal(await page.getByLabel('“下次跟进日期”这一列是').inputValue(), 'next_on');
    await page.getByRole('button', { name: '试算', exact: true }).click();
    await page.getByRole('heading', { name: '会新开 2 张意向卡' }).waitFor();
    assert.deepEqual(await counts(page), [2, 0, 1]);
    assert.match((await rowsOf(page, /不收/))[0], /级别：“D”不是还在跟进的客户/);
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('heading', { name: '导入完成，新开 2 张意向卡' }).waitFor();

    // The date that has passed is today's work; the other is spread over the days of its grade.
    const due = await chen.do('GET', `/stores/${store.id}/prospects/due?limit=50`);
    assert.ok(due.items.some((card) => card.customer.name === '王小明'));
    const mine = await opens(chen, '/today');
    await mine.getByText('王小明').first().click();
    await mine.getByText('从清单导入').waitFor();
    await mine.getByText('等年终奖，看中白色').waitFor();
    await mine.getByText('最近跟进 2026年2月20日').waitFor();

    await page.goto(`${server.address}/imports`);
    await page.getByText('意向客户清单').first().waitFor();
    await page.goto(`${server.address}/settings/audit`);
    await page.getByText('导入意向客户清单：新开 2 张意向卡').waitFor();
  },
});
