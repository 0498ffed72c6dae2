// A test drive from the invitation to the road: the manager's car, two salespeople who want it at the same time, and what
// the customer's page tells in the end. On both engines.
import assert from 'node:assert/strict';
import { desk, phone, settled } from './support/browser.mjs';
import { newId } from './support/guanxi.mjs';
import { aCard, tell } from './support/showroom.mjs';

const addressOf = (card) => `/stores/${card.store_id}/prospects/${card.id}`;
const tomorrow = (store) =>
  new Date(Date.now() + 86_400_000).toLocaleDateString('sv-SE', { timeZone: store.time_zone });

async function typeTime(sheet, time) {
  await sheet.getByLabel('几点', { exact: true }).fill(time);
}

tell({
  'a car is booked, refused to a colleague, driven, and told on the line of time': async (room) => {
    const { store, chen, li, lin, opens } = room;
    const settings = await opens(lin, '/settings/test-cars', { viewport: desk });
    await settings.getByRole('button', { name: '新增试驾车' }).first().click();
    await settings.getByLabel('车名').fill('云岭 5 白');
    await settings.getByRole('button', { name: '保存' }).click();
    await settings.getByRole('button', { name: '云岭 5 白' }).waitFor();

    const card = await aCard(room, chen, '王小明', '13800138000');
    await aCard(room, li, '李雷', '13800138001');

    const page = await opens(chen, addressOf(card), { viewport: phone });
    await settled(page);
    await page.getByRole('button', { name: '约到店 / 试驾' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: '约好' }).click();
    await sheet.getByText('请选择来做什么。').waitFor();
    await sheet.getByRole('radio', { name: '试驾' }).check();
    await sheet.getByRole('radio', { name: /^明天/ }).check();
    await typeTime(sheet, '15:00');
    await sheet.getByRole('radio', { name: '云岭 5 白' }).check();
    await sheet.getByRole('button', { name: '约好' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByText('试驾 · 云岭 5 白 15:00–15:30').waitFor();

    // A colleague sees that the car is out, though not with whom, and is refused what overlaps.
    const calendar = await opens(li, `/calendar?day=${tomorrow(store)}`, { viewport: desk });
    await settled(calendar);
    await calendar.getByRole('button', { name: '15:00–15:30 chen' }).waitFor();
    assert.equal(await calendar.getByText('王小明').count(), 0);
    await calendar.getByRole('button', { name: '约 云岭 5 白', exact: true }).click();
    const booking = calendar.getByRole('dialog');
    await booking.getByRole('combobox', { name: '哪位客户' }).fill('李雷');
    await calendar.getByRole('option', { name: /李雷/ }).click();
    await typeTime(booking, '15:10');
    await booking.getByText('15:00–15:30 chen已约').first().waitFor();
    await booking.getByRole('button', { name: '约好' }).click();
    await booking.getByText('这辆车 15:00–15:30 已由chen约好。').waitFor();
    await typeTime(booking, '15:30');
    await booking.getByRole('button', { name: '约好' }).click();
    await booking.waitFor({ state: 'detached' });
    await calendar.getByRole('button', { name: '15:30–16:00 李雷' }).waitFor();

    // They come a day early, and drive at once.
    await page.getByRole('button', { name: '到店了 · 王小明' }).click();
    await page.getByText('已到店', { exact: true }).waitFor();
    await page.getByRole('button', { name: '试驾完了 · 王小明' }).click();
    const driven = page.getByRole('dialog');
    await driven.getByRole('button', { name: '记下试驾' }).click();
    await driven.getByText('请选择有没有看过驾照。').waitFor();
    await driven.getByText('请约定下次跟进的日期。').waitFor();
    await driven.getByRole('radio', { name: '看过驾照' }).check();
    await driven.getByLabel('开完怎么说（一句话）').fill('底盘稳，太太喜欢');
    await driven.getByRole('radio', { name: /^2 天后/ }).check();
    await driven.getByRole('button', { name: '记下试驾' }).click();
    await driven.waitFor({ state: 'detached' });
    await page.getByText('底盘稳，太太喜欢').waitFor();
    await page.getByText(/^试驾之后，通常升到 [HABC] 级/).waitFor();
    const told = await chen.do('GET', `/stores/${store.id}/prospects/${card.id}`);
    assert.equal(told.card.grade, card.grade, 'a grade is suggested, not set');
    assert.equal(told.drives[0].standing, 'driven');
    assert.equal(told.appointments[0].standing, 'came');
    assert.ok(told.steps.some(({ follow_up }) => follow_up?.way === 'test_drive' && follow_up.counted));
  },

  'who does not come is work for today, on the phone and on the board': async (room) => {
    const { store, chen, lin, opens } = room;
    const card = await aCard(room, chen, '王小明', '13800138000');
    const soon = new Date(Date.now() + 2_000).toISOString();
    await chen.do('POST', `/stores/${store.id}/prospects/${card.id}/appointments`, {
      ...{ id: newId(), at: soon, purpose: 'quote' },
    });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    const today = await opens(chen, '/today', { viewport: phone });
    await settled(today);
    await today.getByText('来了吗？').waitFor();
    await today.getByRole('button', { name: '没来 · 王小明' }).click();
    await today.getByText(/爽约$/).waitFor();
    await today.getByRole('button', { name: '跟进 王小明' }).waitFor();
    const board = await opens(lin, '/board', { viewport: desk });
    await settled(board);
    await board.getByText('爽约', { exact: true }).waitFor();
    const { card: after } = await chen.do('GET', `/stores/${store.id}/prospects/${card.id}`);
    assert.equal(after.next.way, 'call');
  },
});
