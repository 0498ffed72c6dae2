// A quote from the first offer to the order: written on the phone, improved in a second version, taken away as PDF and on
// paper. On both engines.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cutOff, desk, phone, settled } from './support/browser.mjs';
import { newId } from './support/guanxi.mjs';
import { tell } from './support/showroom.mjs';

/** Somebody on file with a card of this salesperson. */
async function aCard({ store, opened }, seller, name, number) {
  const visit = await opened(seller, { salesperson_id: seller.id });
  const filed = await seller.do('POST', `/stores/${store.id}/visits/${visit.id}/filing`, {
    customer: { id: newId(), name, phone: number },
    consent: { given: true, purposes: ['follow_up'] },
    ...{ purchase_when: 'next_month', test_drive: false, quote: false, trade_in: false },
  });
  const customer = await seller.do('GET', `/stores/${store.id}/customers/${filed.customer.id}`);
  return customer.card;
}

const addressOf = (card) => `/stores/${card.store_id}/prospects/${card.id}`;

/** The quote's first line, and what belongs to a sale besides the car. */
async function writeLines(sheet) {
  await sheet.getByRole('button', { name: '不在车型表里，自己写' }).click();
  await sheet.getByLabel('车型（自己写）').fill('云岭 5 豪华型');
  await sheet.getByLabel('第 1 行项目').fill('云岭 5 豪华型');
  await sheet.getByLabel('第 1 行单价').fill('189800');
  await sheet.getByRole('button', { name: '＋ 精品' }).click();
  await sheet.getByLabel('第 2 行项目').fill('脚垫');
  await sheet.getByLabel('第 2 行数量').fill('2');
  await sheet.getByLabel('第 2 行单价').fill('300');
  await sheet.getByLabel('优惠', { exact: true }).fill('5000');
  await sheet.getByLabel('优惠', { exact: true }).press('Tab');
}

async function textOfPdf(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const name = download.suggestedFilename();
  const text = execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', await download.path(), '-'], { encoding: 'utf8' });
  return { name, text: text.replace(/ +/g, ' ') };
}

tell({
  'a quote is given, improved, printed and ordered by': async (room) => {
    const { store, chen, li, lin, opens } = room;
    const card = await aCard(room, chen, '王小明', '13800138000');
    const page = await opens(chen, addressOf(card), { viewport: phone });
    await settled(page);
    await page.getByText('还没有给过报价单。').waitFor();
    await page.getByRole('button', { name: '新报价单' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: '给出报价' }).click();
    await sheet.getByText('请选择或写明车型。').waitFor();
    await writeLines(sheet);
    await sheet.getByText('¥185,400').first().waitFor();

    // Without a network nothing that was typed is lost, and it is given once.
    await cutOff(page);
    await sheet.getByRole('button', { name: '给出报价' }).click();
    await sheet.getByRole('alert').first().waitFor();
    await page.context().setOffline(false);
    await sheet.getByRole('button', { name: '给出报价' }).click();
    await sheet.waitFor({ state: 'detached' });
    const year = new Date().toLocaleDateString('sv-SE', { timeZone: store.time_zone }).slice(0, 4);
    const number = `Q-${year}-000001`;
    const item = page.getByRole('article', { name: number });
    await item.getByText('¥185,400').waitFor();
    await page.getByText(`报价 ${number} 第 1 版`).waitFor();
    await page.getByText(/^报价之后，通常升到 [HABC] 级/).waitFor();

    // A better offer: the second version begins as the first was, and the first stays.
    await item.getByRole('button', { name: '出新版本' }).click();
    const next = page.getByRole('dialog');
    assert.equal(await next.getByLabel('第 2 行项目').inputValue(), '脚垫');
    await next.getByLabel('优惠', { exact: true }).fill('8000');
    await next.getByRole('radio', { name: '贷款' }).check();
    await next.getByLabel('首付').fill('62400');
    await next.getByLabel('年利率').fill('3.88');
    await next.getByText('贷款金额').waitFor();
    await next.getByRole('button', { name: '给出新版本' }).click();
    await next.waitFor({ state: 'detached' });
    await item.getByText('¥182,400').waitFor();
    await item.getByText('¥185,400').waitFor();
    await item.getByText('已被取代').waitFor();

    const { name, text } = await textOfPdf(page, () => item.getByRole('link', { name: `下载 ${number} 第 2 版 PDF` }).click());
    assert.equal(name, `quote-${number}-v2.pdf`);
    for (const part of ['汽车报价单', number, '第 2 版', '王小明', '精品 脚垫 2 ¥300.00 ¥600.00', '¥182,400.00', '人民币壹拾捌万贰仟肆佰元整', '3.88 %'])
      assert.ok(text.includes(part), `${part} is missing in:\n${text}`);
    const [quote] = (await chen.do('GET', `/stores/${store.id}/prospects/${card.id}`)).quotes;
    const paper = await chen.do('GET', `/stores/${store.id}/quotes/${quote.id}/versions/2`);
    const monthly = (paper.loan.instalment / 100).toLocaleString('en', { minimumFractionDigits: 2 });
    assert.ok(text.includes(`¥${monthly}`), 'what is paid every month');

    // On paper the first version still says what it said, and that it no longer holds.
    await item.getByRole('link', { name: `打印 ${number} 第 1 版` }).click();
    await page.getByRole('heading', { name: '汽车报价单' }).waitFor();
    await page.getByText('本版已被第 2 版取代').waitFor();
    await page.getByText('应付总额（大写：人民币壹拾捌万伍仟肆佰元整）').waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByRole('button', { name: '打印' }).count(), 0, 'only the sheet is printed');

    // Nobody else sees it; the manager finds the customer among those who were quoted.
    const refused = await li.ask('GET', `/stores/${store.id}/quotes/${quote.id}/versions/1`);
    assert.equal(refused.status, 404);
    const quoted = await lin.do('GET', `/stores/${store.id}/prospects?stage=quoted`);
    assert.deepEqual(quoted.items.map(({ id }) => id), [card.id]);
  },

  'of two who improve the same quote, the second is told': async (room) => {
    const { store, chen, lin, opens } = room;
    const card = await aCard(room, chen, '李雷', '13800138001');
    const day = new Date(Date.now() + 86_400_000).toLocaleDateString('sv-SE', { timeZone: store.time_zone });
    const terms = {
      model: '云岭 5',
      lines: [{ kind: 'vehicle', text: '云岭 5', quantity: 1, unit_price: 18_980_000 }],
      ...{ discount: 0, trade_in: 0, deposit: 0, valid_until: day },
    };
    const given = await chen.do('POST', `/stores/${store.id}/prospects/${card.id}/quotes`, { id: newId(), terms });
    const page = await opens(lin, addressOf(card), { viewport: desk });
    await settled(page);
    await page.getByRole('button', { name: '出新版本' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('第 1 行项目').waitFor();
    await chen.do('POST', `/stores/${store.id}/quotes/${given.id}/versions`, { id: newId(), terms }, { 'if-match': `"${given.version}"` });
    await sheet.getByRole('button', { name: '给出新版本' }).click();
    await sheet.getByText(/^这份报价单刚有了变化/).waitFor();
    await sheet.getByRole('button', { name: '关闭' }).click();
    await page.getByRole('button', { name: '撤回' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('为什么撤回').fill('客户改看别的车');
    await dialog.getByRole('button', { name: '撤回' }).click();
    await page.getByText('撤回原因：客户改看别的车').waitFor();
    const { quotes } = await lin.do('GET', `/stores/${store.id}/prospects/${card.id}`);
    assert.deepEqual(quotes[0].versions.map(({ state }) => state), ['withdrawn', 'superseded']);
  },
});
