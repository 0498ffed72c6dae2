// A colleague's customer comes again and is keyed in: the form says who it is, nobody is refused, and both salespeople
// and the manager are told until they have seen it. Whoever comes with the customer is found by a number of their own.
import assert from 'node:assert/strict';
import { newId } from './support/guanxi.mjs';
import { desk } from './support/browser.mjs';
import { tell } from './support/showroom.mjs';

const filing = (phone, more = {}) => ({
  customer: { id: newId(), name: '王小明', phone, ...more },
  purchase_when: 'this_month',
  consent: { given: true, purposes: ['follow_up'] },
  test_drive: true,
  quote: false,
  trade_in: false,
});

tell({
  'who is known is told before it is saved': async ({ store, chen, li, lin, opened, addressOf, opens }) => {
    const his = await opened(chen);
    const filed = await chen.do(
      'POST',
      `${addressOf(his)}/filing`,
      filing('13800138000', { plate: '浙A12345' }),
    );
    const customer = await chen.do('GET', `/stores/${store.id}/customers/${filed.customer.id}`);

    // 陈伟 writes down who pays.
    const card = await opens(chen, `/stores/${store.id}/prospects/${customer.card.id}`);
    await card.getByRole('button', { name: '添加同行人' }).click();
    await card.getByRole('checkbox', { name: '付款人' }).press('Space');
    await card.getByLabel('姓名').fill('李芳');
    await card.getByLabel('电话').fill('13900139000');
    await card.getByRole('button', { name: '保存' }).click();
    await card.getByRole('link', { name: '139 0013 9000' }).waitFor();
    const [found] = (await chen.do('GET', '/search?q=lifang')).items;
    assert.equal(found.card_id, customer.card.id);

    // 李娜 receives him a week later, with another number and no more than his plate to know him by.
    const hers = await opened(li);
    const form = await opens(li, addressOf(hers));
    await form.getByRole('radio', { name: /留下了联系方式/ }).press('Space');
    await form.getByLabel('电话').fill('13700137000');
    await form.getByLabel('车牌').fill('浙a12345');
    await form.getByText('可能已经在册').waitFor();
    await form.getByText('··· 8000').waitFor(); // the number is 陈伟's to see
    await form.getByRole('button', { name: '就是这位' }).click();
    await form.getByText('就是 王小明').waitFor();
    await form.getByRole('radio', { name: '本月' }).press('Space');
    await form.getByRole('button', { name: '保存留档' }).click();
    await form.getByRole('button', { name: '保存留档' }).waitFor({ state: 'detached' });
    const after = await chen.do('GET', `/stores/${store.id}/customers/${filed.customer.id}`);
    assert.equal(after.visits.length, 2);
    assert.equal(after.phone, '+8613800138000');
    assert.deepEqual(after.further, [{ kind: 'phone', value: '+8613700137000' }]);

    // Each is told, in words of their own, and 陈伟 has noted it.
    const today = await opens(chen, '/today');
    await today.getByText('li 接待了您负责的客户 王小明。').waitFor();
    await today.getByRole('button', { name: '知道了' }).click();
    await today.getByText('li 接待了您负责的客户 王小明。').waitFor({ state: 'detached' });
    const hersToday = await opens(li, '/today');
    await hersToday.getByText(/您接待的 王小明 由 chen 负责/).waitFor();
    const board = await opens(lin, '/board', { viewport: desk });
    await board.getByText('撞单：li 接待了 chen 负责的客户 王小明。').waitFor();
    await board.getByRole('link', { name: '看意向卡' }).click();
    await board.waitForURL(/\/prospects\//);
  },
});
