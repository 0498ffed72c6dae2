import assert from 'node:assert/strict';
import { cutOff, phone, tablet } from './support/browser.mjs';
import { newId } from './support/guanxi.mjs';
import { tell } from './support/showroom.mjs';

const filing = (name, phone) => ({
  customer: { id: newId(), name, phone },
  purchase_when: 'this_month',
  consent: { given: true, purposes: ['follow_up'] },
  test_drive: false,
  quote: false,
  trade_in: false,
});

tell({
  'what is typed survives a reload, and a known phone is said before saving': async (room) => {
    const { zhao, chen, li, lin, store, opens, opened, addressOf } = room;
    const before = await opened(zhao, { salesperson_id: chen.id });
    await chen.do('POST', `${addressOf(before)}/filing`, filing('王小明', '13800138000'));
    const visit = await opened(zhao, { salesperson_id: chen.id });

    const phone = await opens(chen, addressOf(visit));
    await phone.getByRole('radio', { name: '留下了联系方式' }).check();
    await phone.getByLabel('电话').fill('+86 138-0013-8000');
    await phone.getByLabel('微信号').focus();
    await phone.getByText('已有档案：王小明').waitFor();
    await phone.getByText('保存后记为他的又一次来店，不会另建客户。').waitFor();
    assert.equal(await phone.getByLabel('姓名').inputValue(), '王小明', 'nobody types again what is known');
    await phone.getByLabel('接待经过').fill('带太太一起来，看了后排空间');
    await phone.getByLabel('本月').check();

    await phone.reload();
    await phone.getByText('已找回您上次没保存的内容。').waitFor();
    assert.equal(await phone.getByLabel('接待经过').inputValue(), '带太太一起来，看了后排空间');
    assert.ok(await phone.getByLabel('本月').isChecked());
    await phone.getByRole('button', { name: '保存留档' }).click();
    await phone.getByRole('heading', { level: 1, name: '王小明' }).waitFor();

    const { items } = await lin.do('GET', `/stores/${store.id}/customers`);
    assert.equal(items.length, 1, 'a second customer was made');
    const after = await lin.do('GET', addressOf(visit));
    assert.equal(after.occasion, 'again');
    assert.equal(after.story, '带太太一起来，看了后排空间');
    assert.equal(await phone.evaluate(() => Object.keys(localStorage).some((key) => key.includes('closing'))), false);
    assert.equal((await li.ask('GET', addressOf(visit))).status, 404, 'a colleague sees it');
  },

  'a visit opened without a network is kept, shown as waiting, and sent once when the network is back': async (
    room,
  ) => {
    const { zhao, chen, lin, store, opens } = room;
    await zhao.do('PUT', `/stores/${store.id}/duty/${chen.id}`, { on: true });
    const door = await opens(zhao, '/door', { viewport: tablet });
    await door.getByRole('button', { name: '自然到店' }).waitFor();
    await cutOff(door);
    await door.getByRole('button', { name: '自然到店' }).click();
    await door.getByRole('button', { name: '登记', exact: true }).click();
    await door.getByText('等待发出，已存在这台设备上').waitFor();
    await door.getByText('1 条记录已保存在这台设备上').waitFor();
    assert.equal((await lin.do('GET', `/stores/${store.id}/house`)).visits.length, 0);

    const sent = [];
    door.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await door.context().setOffline(false);
    await door.getByRole('button', { name: '已离店' }).waitFor();
    await door.getByText('等待发出，已存在这台设备上').waitFor({ state: 'detached' });
    assert.equal((await lin.do('GET', `/stores/${store.id}/house`)).visits.length, 1);
    assert.equal(sent.filter((url) => url.endsWith('/visits')).length, 1);
  },

  'the answer to a visit is lost on the way: it is sent again and is there once': async (room) => {
    const { zhao, lin, store, opens } = room;
    const door = await opens(zhao, '/door', { viewport: tablet });
    let lost = 0;
    // The server gets it and answers; the answer never arrives.
    await door.route('**/visits', async (route) => {
      if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await door.getByRole('button', { name: '自然到店' }).click();
    await door.getByRole('button', { name: '登记', exact: true }).click();
    await door.getByRole('button', { name: '已离店' }).waitFor();
    const again = door.getByRole('button', { name: '再发一次' });
    if (await again.isVisible()) await again.click();
    await again.waitFor({ state: 'detached' });
    const { items } = await lin.do('GET', `/stores/${store.id}/visits`);
    assert.equal(items.length, 1);
  },

  'the app opens without a network: drafts and what waits to be sent are there, and go out when it is back': async (
    room,
  ) => {
    const { zhao, chen, lin, store, opens, opened, addressOf } = room;
    const visit = await opened(zhao, { salesperson_id: chen.id });
    const alone = { serviceWorkers: 'allow', viewport: phone };

    const door = await opens(zhao, '/door', alone);
    const desk = await opens(chen, addressOf(visit), alone);
    await desk.getByRole('radio', { name: '没有联系方式' }).check();
    await desk.getByLabel('一句话：发生了什么').fill('一家三口看了七座车');
    for (const page of [door, desk]) {
      // The shell is on the device as soon as the worker has taken over.
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.reload();
      await page.locator('h1').waitFor();
      await cutOff(page);
      await page.reload();
      await page
        .getByText(/没有网络/)
        .first()
        .waitFor();
    }
    await door.getByRole('button', { name: '自然到店' }).click();
    await door.getByRole('button', { name: '登记', exact: true }).click();
    await door.getByText('等待发出，已存在这台设备上').waitFor();
    await door.reload();
    await door.getByText('等待发出，已存在这台设备上').waitFor();

    await desk.getByText('已找回您上次没保存的内容。').waitFor();
    assert.equal(await desk.getByLabel('一句话：发生了什么').inputValue(), '一家三口看了七座车');
    // Today leads to it, though the server cannot say what is open.
    await desk.getByRole('link', { name: '今天' }).click();
    await desk.getByRole('heading', { name: /这台设备上没保存完的接待/ }).waitFor();
    await desk.getByRole('link', { name: '自然到店' }).click();
    await desk.getByText('已找回您上次没保存的内容。').waitFor();

    for (const page of [door, desk]) await page.context().setOffline(false);
    await door.getByText('等待发出，已存在这台设备上').waitFor({ state: 'detached', timeout: 20_000 });
    await door.getByText(/没有网络/).waitFor({ state: 'detached' });
    const { visits } = await lin.do('GET', `/stores/${store.id}/house`);
    assert.equal(visits.length, 2, 'the visit of the door has not arrived, or twice');
    await desk.getByText(/没有网络/).waitFor({ state: 'detached', timeout: 20_000 });

    // Signing out leaves nobody behind.
    await door.getByRole('button', { name: 'zhao的账户' }).click();
    await door.getByRole('menuitem', { name: '退出登录' }).click();
    await door.getByRole('button', { name: '登录' }).waitFor();
    assert.equal(await door.evaluate(() => localStorage.getItem('guanxi.session')), null);
    await cutOff(door);
    await door.reload();
    await door.getByText('连不上服务器，请检查网络。').waitFor();
  },
});
