// One's own calendar, address book and mailbox: what is planned is read without signing in, by a secret address that can
// be taken back; a contact goes onto the phone; and a lead is told by mail although the server was killed before it could
// send the letter. On both engines.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { desk, phone, settled } from './support/browser.mjs';
import { engines, join, newDatabase, newId, serve, setUp } from './support/guanxi.mjs';
import { openMailbox } from './support/mailbox.mjs';
import { aCard, tell } from './support/showroom.mjs';

const mailbox = await openMailbox();
process.env.GUANXI_MAIL_SERVER = mailbox.url;
process.env.GUANXI_MAIL_FROM = 'crm@example.com';
process.env.GUANXI_PUBLIC_ADDRESS = 'https://crm.example.com';
after(() => mailbox.close());

const unfolded = (text) => text.replace(/\r\n[ \t]/g, '');

tell({
  'a feed is made, read, replaced and ended': async (room) => {
    const { server, store, chen, opens } = room;
    const card = await aCard(room, chen, '王小明', '13800138000');
    const at = new Date(Date.now() + 2 * 86_400_000).toISOString();
    await chen.do('POST', `/stores/${store.id}/prospects/${card.id}/appointments`, {
      id: newId(),
      at,
      purpose: 'visit',
    });

    const page = await opens(chen, '/today', { viewport: phone });
    await settled(page);
    await page.getByRole('button', { name: /账户/ }).click();
    await page.getByRole('menuitem', { name: '日历与提醒' }).click();
    await page.getByRole('button', { name: '新建订阅地址' }).click();
    const dialog = page.getByRole('dialog');
    const told = await dialog.getByText(/^http.*\.ics$/).textContent();
    assert.match(told, /\/api\/v1\/feeds\/[\w-]{43}\/calendar\.ics$/);
    assert.equal(await dialog.getByText(/^webcal:/).textContent(), told.replace(/^http/, 'webcal'));
    await dialog.getByRole('button', { name: '已经订阅好了' }).click();
    await page.getByText('已有订阅地址').waitFor();

    const answer = await fetch(told);
    assert.equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8');
    const feed = unfolded(await answer.text());
    assert.match(feed, /^BEGIN:VCALENDAR\r\n/);
    assert.match(feed, /SUMMARY:看车：王小明/);
    assert.match(feed, new RegExp(`URL:${server.address}/stores/${store.id}/prospects/${card.id}`));
    assert.match(feed, /BEGIN:VTODO/);
    assert.doesNotMatch(feed, /138/);
    const again = await fetch(told, { headers: { 'if-none-match': answer.headers.get('etag') } });
    assert.equal(again.status, 304);

    // A new address ends the old one; ending ends that one too.
    await page.getByRole('button', { name: '换一个新地址' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '换一个新地址' }).click();
    const newer = await page.getByRole('dialog').getByText(/^http.*\.ics$/).textContent();
    assert.notEqual(newer, told);
    assert.equal((await fetch(told)).status, 404);
    assert.equal((await fetch(newer)).status, 200);
    await page.getByRole('dialog').getByRole('button', { name: '已经订阅好了' }).click();
    await page.getByRole('button', { name: '停用' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
    await page.getByText('还没有订阅地址。').waitFor();
    assert.equal((await fetch(newer)).status, 404);
  },

  'contacts are taken away, one by its salesperson and all by the manager': async (room) => {
    const { store, chen, lin, opens } = room;
    const card = await aCard(room, chen, '王小明', '13800138000');
    await aCard(room, chen, '李华', '13800138001');
    const page = await opens(chen, `/stores/${store.id}/prospects/${card.id}`, { viewport: phone });
    await settled(page);
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: '存到通讯录' }).click();
    const contact = await textOf(await saved);
    assert.match(contact, /^BEGIN:VCARD\r\nVERSION:3\.0\r\n/);
    assert.match(contact, /FN:王小明\r\n/);
    assert.match(contact, /TEL;TYPE=CELL:\+8613800138000\r\n/);

    const table = await opens(lin, '/prospects?view=table', { viewport: desk });
    await settled(table);
    const all = table.waitForEvent('download');
    await table.getByRole('link', { name: '通讯录 vCard' }).click();
    assert.deepEqual([...(await textOf(await all)).matchAll(/FN:(.*)\r/g)].map(([, name]) => name).sort(), ['李华', '王小明']);
    const { items } = await lin.do('GET', `/stores/${store.id}/facts?kind=contacts_exported`);
    assert.deepEqual(items.map(({ data }) => data.contacts), [2, 1]);
  },

  'an address answers with its code before anything else goes there': async ({ chen, opens }) => {
    const mine = `chen-${newId()}@example.com`;
    const page = await opens(chen, '/settings/calendar', { viewport: phone });
    await settled(page);
    await page.getByLabel('邮箱').fill(mine);
    await page.getByRole('button', { name: '发送验证码' }).click();
    const letter = await mailbox.letter(mine, /确认接收提醒的邮箱/);
    const code = letter.text.match(/\d{6}/)[0];
    await page.getByLabel('验证码').fill(code === '000000' ? '000001' : '000000');
    await page.getByRole('button', { name: '确认', exact: true }).click();
    await page.getByText('验证码不对。').waitFor();
    await page.getByLabel('验证码').fill(code);
    await page.getByRole('button', { name: '确认', exact: true }).click();
    await page.getByLabel(/要我联系的线索/).check();
    for (let i = 0; i < 50 && (await chen.do('GET', '/notifying')).by_mail.length === 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual((await chen.do('GET', '/notifying')).by_mail, ['lead']);
  },
});

async function textOf(download) {
  const pieces = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

for (const engine of engines) {
  test(`${engine}: a lead reaches its salesperson by mail although the server was killed meanwhile`, async () => {
    const database = newDatabase(engine);
    let server = await serve(database);
    try {
      const { admin, store } = await setUp(server);
      const chen = await join(server, admin, store, 'chen', ['salesperson']);
      const mine = `chen-${newId()}@example.com`;
      await chen.do('POST', '/notifying/address', { email: mine });
      const { text } = await mailbox.letter(mine, /邮箱/);
      await chen.do('POST', '/notifying/address/confirmation', { code: text.match(/\d{6}/)[0] });
      await chen.do('PUT', '/notifying', { by_mail: ['lead'] });
      await chen.do('PUT', `/stores/${store.id}/duty/${chen.id}`, { on: true });
      const token = await admin.do('POST', `/stores/${store.id}/tokens`, { id: newId(), name: '车网' });
      // Killed as soon as the lead is acknowledged: the letter is in the database, or was sent already.
      const lead = await fetch(`${server.address}/api/v1/stores/${store.id}/leads`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token.secret}` },
        body: JSON.stringify({ name: '王小明', phone: '13800138000' }),
      });
      assert.equal(lead.status, 201);
      const { card_id } = await lead.json();
      await server.kill();
      server = await serve(database);
      const letter = await mailbox.letter(mine, /新线索：王小明/);
      assert.match(letter.text, new RegExp(`https://crm.example.com/stores/${store.id}/prospects/${card_id}`));
      assert.doesNotMatch(letter.subject + letter.text.replace(/http\S+/, ''), /138/);
      const same = mailbox.letters.filter(({ id }) => id === letter.id);
      assert.ok(same.length >= 1);
      assert.equal(new Set(mailbox.letters.filter(({ to }) => to === mine).map(({ id }) => id)).size, 2);
    } finally {
      await server.stop();
      database.drop();
    }
  });
}
