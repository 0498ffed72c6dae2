import assert from 'node:assert/strict';
import { tablet } from './support/browser.mjs';
import { newId } from './support/guanxi.mjs';
import { tell } from './support/showroom.mjs';

tell({
  'a visit opened at the door appears on the phone of the salesperson without a reload': async (room) => {
    const { zhao, chen, li, store, opens } = room;
    await zhao.do('PUT', `/stores/${store.id}/duty/${chen.id}`, { on: true });
    const phone = await opens(chen, '/today');
    await phone.getByText('没有等着记完的接待').waitFor();
    const other = await opens(li, '/today');
    await other.getByText('没有等着记完的接待').waitFor();
    await phone.evaluate(() => (window.sameDocument = true));

    const door = await opens(zhao, '/', { viewport: tablet }); // where the front desk begins
    await door.getByRole('button', { name: '邀约到店' }).click();
    await door.getByRole('button', { name: '多一人' }).click();
    await door.getByRole('button', { name: '登记', exact: true }).click();

    await phone.getByRole('link', { name: '邀约到店 · 2 人' }).waitFor({ timeout: 5000 });
    assert.ok(await phone.evaluate(() => window.sameDocument), 'the page was loaded again');
    // And what the salesperson does is seen at the door: once closed, the party is no longer in the house.
    await phone.getByRole('link', { name: '邀约到店 · 2 人' }).click();
    await phone.getByRole('button', { name: '已离店' }).click();
    await door.getByText('现在店里没有客人').waitFor({ timeout: 5000 });
    assert.ok(await other.getByText('没有等着记完的接待').isVisible(), 'a colleague sees it too');
  },

  'the party is handed over at the door, and moves from one phone to the other': async (room) => {
    const { zhao, chen, li, opens, opened, addressOf } = room;
    const visit = await opened(zhao, { salesperson_id: chen.id });
    const from = await opens(chen, '/today');
    const to = await opens(li, '/today');
    await from.getByRole('link', { name: '自然到店' }).waitFor();
    const manager = await opens(room.lin, addressOf(visit), { viewport: tablet });
    await manager.getByRole('button', { name: '转接' }).click();
    await manager.getByRole('dialog').getByLabel('li', { exact: true }).check();
    await manager.getByRole('dialog').getByRole('button', { name: '转接' }).click();
    await to.getByRole('link', { name: '自然到店' }).waitFor({ timeout: 5000 });
    await from.getByText('没有等着记完的接待').waitFor({ timeout: 5000 });
  },

  'who comes again is found at the door by name, and led to the person in charge': async (room) => {
    const { zhao, chen, li, lin, store, opens, opened, addressOf } = room;
    for (const seller of [li, chen]) await zhao.do('PUT', `/stores/${store.id}/duty/${seller.id}`, { on: true });
    const before = await opened(zhao, { salesperson_id: chen.id });
    await chen.do('POST', `${addressOf(before)}/filing`, {
      customer: { id: newId(), name: '王小明', phone: '13800138000' },
      purchase_when: 'this_month',
      consent: { given: true, purposes: ['follow_up'] },
      test_drive: false,
      quote: false,
      trade_in: false,
    });
    const door = await opens(zhao, '/door', { viewport: tablet });
    assert.equal(await door.getByLabel('查找客户').count(), 0, 'the header offers pages that reception may not open');
    await door.getByRole('button', { name: '再次来店' }).click();
    await door.getByRole('combobox', { name: '哪位客户（可不填）' }).pressSequentially('wxm');
    const hit = door.getByRole('option', { name: /王小明/ });
    await hit.waitFor();
    assert.doesNotMatch(await hit.textContent(), /0013/, 'the whole number is shown');
    await hit.click();
    await door.getByRole('radio', { name: /chen.*负责人/ }).waitFor();
    await door.getByRole('button', { name: '登记', exact: true }).click();
    await door.getByRole('link', { name: '王小明' }).waitFor();
    const { visits } = await lin.do('GET', `/stores/${store.id}/house`);
    const again = visits.find((visit) => visit.id !== before.id);
    assert.deepEqual([again.customer.name, again.salesperson.name, again.occasion], ['王小明', 'chen', 'again']);
  },
});
