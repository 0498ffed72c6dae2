import assert from 'node:assert/strict';
import { tablet } from './support/browser.mjs';
import { tell } from './support/showroom.mjs';

tell({
  'a visit opened at the door appears on the phone of the salesperson without a reload': async (room) => {
    const { zhao, chen, li, store, opens } = room;
    await zhao.do('PUT', `/stores/${store.id}/duty/${chen.id}`, { on: true });
    const phone = await opens(chen, '/');
    await phone.getByText('没有等着记完的接待').waitFor();
    const other = await opens(li, '/');
    await other.getByText('没有等着记完的接待').waitFor();
    await phone.evaluate(() => (window.sameDocument = true));

    const door = await opens(zhao, '/door', { viewport: tablet });
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
    const from = await opens(chen, '/');
    const to = await opens(li, '/');
    await from.getByRole('link', { name: '自然到店' }).waitFor();
    const manager = await opens(room.lin, addressOf(visit), { viewport: tablet });
    await manager.getByRole('button', { name: '转接' }).click();
    await manager.getByRole('dialog').getByLabel('li', { exact: true }).check();
    await manager.getByRole('dialog').getByRole('button', { name: '转接' }).click();
    await to.getByRole('link', { name: '自然到店' }).waitFor({ timeout: 5000 });
    await from.getByText('没有等着记完的接待').waitFor({ timeout: 5000 });
  },
});
