// Lists, people and hours, changed while others are at work.
import assert from 'node:assert/strict';
import { desk, phone } from './support/browser.mjs';
import { newId } from './support/guanxi.mjs';
import { tell } from './support/showroom.mjs';

/** A second-level entry below a head. */
async function addsEntry(page, head, zh, en) {
  await page.getByRole('button', { name: new RegExp(`在“${head}.*下加一项`) }).click();
  await page.getByLabel('中文').fill(zh);
  await page.getByLabel('英文').fill(en);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: `修改“${zh}”` }).waitFor();
}

async function renamesEntry(page, from, zh, en) {
  await page.getByRole('button', { name: `修改“${from}”` }).click();
  await page.getByLabel('中文').fill(zh);
  await page.getByLabel('英文').fill(en);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: `修改“${zh}”` }).waitFor();
}

async function retiresEntry(page, name) {
  const pencil = page.getByRole('button', { name: `修改“${name}”` });
  await pencil.click();
  await page.getByRole('switch', { name: /^停用/ }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '保存' }).waitFor({ state: 'detached' });
  await pencil.waitFor({ state: 'detached' });
}

const finer = (page, label) => page.getByRole('group', { name: label }).locator('label').allInnerTexts();

async function channelsOffered(page, label) {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option').first().waitFor();
  const offered = await page.getByRole('option').allInnerTexts();
  await page.keyboard.press('Escape');
  return offered;
}

tell({
  'reasons and channels are added, renamed and retired, and the closing page offers what is left': async (room) => {
    const { admin, chen, zhao, opens, opened, addressOf } = room;
    const visit = await opened(zhao, { salesperson_id: chen.id });
    const closing = await opens(chen, addressOf(visit));
    await closing.getByRole('radio', { name: '没有联系方式' }).check();
    await closing.getByLabel('没有索取').check();
    await closing.getByRole('group', { name: '具体是' }).waitFor();
    const before = await finer(closing, '具体是');

    const page = await opens(admin, '/settings/reasons', { viewport: desk });
    await addsEntry(page, '没有索取', '没带名片', 'No card at hand');
    await renamesEntry(page, '忘了问', '压根没问', 'Never asked');
    await retiresEntry(page, '觉得不像买家');
    // Nobody reloads: whoever is writing sees it.
    await closing.getByText('没带名片').waitFor({ timeout: 5000 });
    await closing.getByText('觉得不像买家').waitFor({ state: 'detached', timeout: 5000 });
    const expected = before.filter((label) => label !== '觉得不像买家');
    expected[expected.indexOf('忘了问')] = '压根没问';
    assert.deepEqual((await finer(closing, '具体是')).sort(), [...expected, '没带名片'].sort());

    await page.getByRole('link', { name: '渠道' }).click();
    await page.getByRole('heading', { level: 1, name: '渠道' }).waitFor();
    await addsEntry(page, '短视频与直播', '小红书', 'Xiaohongshu');
    await retiresEntry(page, '快手');
    await closing.getByRole('radio', { name: '留下了联系方式' }).check();
    const offered = await channelsOffered(closing, '信息渠道');
    assert.ok(offered.includes('短视频与直播 · 小红书'), offered.join());
    assert.ok(offered.includes('短视频与直播 · 抖音'), offered.join());
    assert.ok(!offered.some((each) => each.includes('快手')), offered.join());

    // The other language has the new words too.
    await chen.do('PUT', '/session/preferences', {
      language: 'en',
      theme: 'system',
    });
    await closing.reload();
    await closing.getByRole('radio', { name: 'no contact' }).check();
    await closing.getByLabel('Not asked').check();
    await closing.getByLabel('Never asked').waitFor();
    await closing.getByLabel('No card at hand').check();
    await closing.getByLabel(/what happened/i).fill('Left while I was fetching the price list.');
    await closing.getByLabel('Not at all').check();
    await closing.getByRole('radio', { name: 'No', exact: true }).check();
    const save = closing.getByRole('button', { name: 'Save as unfiled' });
    await save.click();
    await save.waitFor({ state: 'detached' });
    await closing.getByText('No card at hand').first().waitFor();
    assert.equal((await chen.do('GET', addressOf(visit))).standing, 'unfiled');
  },

  'somebody new signs in with the first password, must change it, and is signed out when the session is ended': async (
    room,
  ) => {
    const { admin, server, opens } = room;
    const page = await opens(admin, '/settings/people', { viewport: desk });
    await page.getByRole('button', { name: '添加人员' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('姓名').fill('孙悦');
    await drawer.getByLabel('登录名').fill('sunyue');
    await drawer.getByLabel('销售顾问').check();
    await drawer.getByRole('button', { name: '添加并显示初始密码' }).click();
    const shown = page.getByRole('dialog', { name: '孙悦的初始密码' });
    const first = await shown.getByText('初始密码', { exact: true }).locator('+ *').textContent();
    await shown.getByRole('button', { name: '我记下了' }).click();

    const theirs = await opens(null, '/customers', { viewport: phone });
    await theirs.getByLabel('登录名').fill('sunyue');
    await theirs.getByLabel('密码', { exact: true }).fill(first);
    await theirs.getByRole('button', { name: '登录' }).click();
    await theirs.getByLabel('现在的密码').waitFor();
    await theirs.goto(`${server.address}/log`);
    await theirs.getByLabel('现在的密码').fill(first);
    await theirs.getByLabel('新密码', { exact: true }).fill('孙悦自己的密码 2026');
    await theirs.getByLabel('再输一次新密码').fill('孙悦自己的密码 2026');
    await theirs.getByRole('button', { name: '修改密码' }).click();
    await theirs.getByRole('heading', { level: 1, name: '来店登记' }).waitFor();

    await page.getByRole('button', { name: '孙悦', exact: true }).click();
    await page.getByRole('heading', { name: '登录的设备' }).waitFor();
    await page.getByRole('button', { name: '结束', exact: true }).click();
    await page.getByText('现在没有登录。').waitFor();
    // At once and without a touch, and nothing of the session stays on the phone.
    await theirs.getByRole('button', { name: '登录' }).waitFor({ timeout: 5000 });
    assert.equal(await theirs.evaluate(() => localStorage.getItem('guanxi.session')), null);
  },

  "a store's hours are edited and read back, in the reader's language": async (room) => {
    const { admin, store, opens } = room;
    const page = await opens(admin, '/settings/stores', { viewport: desk });
    await page.getByRole('button', { name: '滨江店' }).click();
    const drawer = page.getByRole('dialog', { name: '滨江店' });
    for (const day of ['星期一', '星期二']) {
      const open = drawer.getByRole('checkbox', { name: day });
      if (!(await open.isChecked())) await open.check();
    }
    await drawer.getByLabel('星期一开门').fill('830');
    await drawer.getByLabel('星期一打烊').fill('21:00');
    await drawer.getByRole('button', { name: '营业的日子都同星期一' }).click();
    const sunday = drawer.getByRole('checkbox', { name: '星期日' });
    if (await sunday.isChecked()) await sunday.uncheck();
    await drawer.getByRole('button', { name: '保存' }).click();
    await drawer.waitFor({ state: 'detached' });
    await page.getByText(/周一.*08:30–21:00/).waitFor();
    const { items } = await admin.do('GET', '/stores');
    const { opening_hours: hours } = items.find((each) => each.id === store.id);
    assert.ok(hours.length >= 2);
    assert.ok(hours.every(({ opens: from, closes: to }) => from === '08:30' && to === '21:00'));
    assert.ok(!hours.some(({ weekday }) => weekday === 7));

    await admin.do('PUT', '/session/preferences', {
      language: 'en',
      theme: 'system',
    });
    await page.reload();
    await page.getByText(/Mon.*08:30–21:00/).waitFor();
  },

  'a model that is added is found at once by whoever is closing a visit': async (room) => {
    const { admin, chen, zhao, opens, opened, addressOf } = room;
    const visit = await opened(zhao, { salesperson_id: chen.id });
    const closing = await opens(chen, addressOf(visit));
    await closing.getByRole('radio', { name: '留下了联系方式' }).check();
    const model = closing.getByRole('combobox', { name: '意向车型' });
    await model.fill('山海');
    await closing.getByText('没有找到').waitFor();
    await admin.do('POST', '/models', {
      id: newId(),
      brand: '远景',
      series: '山海',
      name: '山海 5',
      list_price: 15980000,
      currency: 'CNY',
    });
    await closing.getByRole('option', { name: /山海 5/ }).click({ timeout: 5000 });
    assert.equal(await model.inputValue(), '山海 5');
  },
});
