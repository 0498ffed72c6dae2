// The first morning of a showroom: from the link that the server prints to the first visitor on file.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { desk, launch, tablet, visit } from './support/browser.mjs';
import { engines, newDatabase, serve } from './support/guanxi.mjs';

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

async function setsUp(page) {
  for (const [label, text] of [
    ['集团或公司名称', '远景汽车'],
    ['门店名称', '滨江店'],
    ['门店代码', 'HZ01'],
    ['姓名', '吴海涛'],
    ['登录名', 'admin'],
    ['密码', '好长的一句密码话啊 2026'],
  ]) {
    await page.getByLabel(label, { exact: true }).fill(text);
  }
  await page.getByRole('button', { name: '建立并进入' }).click();
}

/** Gives the first password, which is shown once. */
async function adds(page, name, login, role) {
  await page.getByRole('button', { name: '添加人员' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('姓名').fill(name);
  await drawer.getByLabel('登录名').fill(login);
  await drawer.getByLabel(role).check();
  await drawer.getByRole('button', { name: '添加并显示初始密码' }).click();
  const shown = page.getByRole('dialog', { name: `${name}的初始密码` });
  const password = await shown.getByText('初始密码', { exact: true }).locator('+ *').textContent();
  await shown.getByRole('button', { name: '我记下了' }).click();
  return password;
}

async function signsIn(server, login, first, viewport) {
  const page = await visit(browser, server, null, '/', { viewport });
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(first);
  await page.getByRole('button', { name: '登录' }).click();
  // Nothing can be done with a password that somebody else knows.
  await page.getByLabel('现在的密码').fill(first);
  await page.getByLabel('新密码', { exact: true }).fill(`${login} 的新密码 2026`);
  await page.getByLabel('再输一次新密码').fill(`${login} 的新密码 2026`);
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByRole('link', { name: '今天', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '今天' }).waitFor();
  return page;
}

for (const engine of engines) {
  test(`${engine}: from the setup link to the first visitor on file`, async () => {
    const database = newDatabase(engine);
    const server = await serve(database);
    try {
      const link = new URL(server.setupLink);
      const admin = await visit(browser, server, null, link.pathname + link.search, { viewport: desk });
      await setsUp(admin);
      await admin.getByRole('heading', { level: 1, name: '今天' }).waitFor();
      await admin.goto(`${server.address}/settings/people`);
      const doorPassword = await adds(admin, '赵敏', 'zhao', '前台');
      const salesPassword = await adds(admin, '陈伟', 'chen', '销售顾问');

      const door = await signsIn(server, 'zhao', doorPassword, tablet);
      await door.getByRole('link', { name: '门口', exact: true }).click();
      await door.getByRole('button', { name: '上岗' }).click();
      await door.getByRole('menuitem', { name: '陈伟' }).click();
      await door.getByText('下一位').waitFor();
      await door.keyboard.press('Escape');

      // The two taps.
      await door.getByRole('button', { name: '自然到店' }).click();
      await door.getByRole('button', { name: '登记', exact: true }).click();
      await door.getByRole('button', { name: '已离店' }).waitFor();

      const phone = await signsIn(server, 'chen', salesPassword);
      await phone.getByRole('link', { name: '自然到店' }).click();
      await phone.getByRole('radio', { name: '留下了联系方式' }).check();
      await phone.getByLabel('电话').fill('138 0013 8000');
      await phone.getByLabel('姓名').fill('王小明');
      await phone.getByLabel('本月').check();
      await phone.getByLabel('联系跟进').check();
      await phone.getByRole('button', { name: '保存留档' }).click();
      await phone.getByRole('heading', { level: 1, name: '王小明' }).waitFor();

      await phone.goto(`${server.address}/prospects`);
      await phone.getByText('王小明').waitFor();
      for (const page of [admin, door, phone]) {
        assert.deepEqual(page.failures, []);
        await page.context().close();
      }
      // The link has done its work.
      const again = await visit(browser, server, null, '/');
      await again.getByRole('heading', { name: '登录' }).waitFor();
      await again.context().close();
    } finally {
      await server.stop();
      database.drop();
    }
  });
}
