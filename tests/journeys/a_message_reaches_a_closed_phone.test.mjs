// Messages when the app is closed: somebody allows them on a phone, what happens reaches the phone's push service sealed,
// the app's worker shows it, and whoever signs out is told nothing any more. On both engines. The maker of the browser has no
// service on this machine, so the subscription is one of a push service of our own.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { phone, settled } from './support/browser.mjs';
import { newId } from './support/guanxi.mjs';
import { openPushbox } from './support/pushbox.mjs';
import { aCard, tell } from './support/showroom.mjs';

process.env.GUANXI_PUSH_OWN_NETWORK = '1';
const pushbox = await openPushbox();
after(() => pushbox.close());

/** To be run in a page: its browser is subscribed where we say. */
function subscribeTo(subscription) {
  const kept = () => localStorage.getItem('subscribed') && { toJSON: () => subscription, unsubscribe };
  const unsubscribe = async () => localStorage.removeItem('subscribed');
  PushManager.prototype.getSubscription = async () => kept();
  PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
    localStorage.setItem('subscribed', applicationServerKey);
    return kept();
  };
}

/**
 * Gives a message to the app's worker, as the browser does when its service has one, until it is shown: a worker that
 * is only starting hears nothing yet.
 */
async function deliver(page, server, message) {
  const browser = await page.context().newCDPSession(page);
  const registered = new Promise((resolve) =>
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(
        ({ scopeURL, isDeleted }) => !isDeleted && scopeURL.startsWith(server.address),
      );
      if (ours) resolve(ours.registrationId);
    }),
  );
  await browser.send('ServiceWorker.enable');
  const worker = { origin: server.address, registrationId: await registered };
  const data = JSON.stringify(message);
  for (let tries = 0; tries < 5; tries++) {
    await browser.send('ServiceWorker.deliverPushMessage', { ...worker, data });
    for (let i = 0; i < 30; i++) {
      if ((await shownOn(page)).length > 0) return;
      await page.waitForTimeout(100);
    }
  }
}

const shownOn = (page) =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready;
    const shown = await worker.getNotifications();
    return shown.map(({ title, body, data }) => ({ title, body, link: data.link }));
  });

tell({
  'what happens is shown on the phone until one signs out': async (room) => {
    const { server, store, chen, zhao, opens } = room;
    const mine = `chen-${newId()}`;
    const page = await opens(chen, '/settings/calendar', {
      viewport: phone,
      serviceWorkers: 'allow',
      permissions: ['notifications'],
    });
    await page.addInitScript(subscribeTo, pushbox.subscription(mine));
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await settled(page);
    await page.getByRole('button', { name: '在这台设备上提醒' }).click();
    await page.getByText('这台设备会提醒').waitFor();
    const { push_key, devices } = await chen.do('GET', '/notifying');
    assert.equal(devices.length, 1);
    assert.equal(await page.evaluate(() => localStorage.getItem('subscribed')), push_key);

    await page.getByRole('button', { name: '试一条' }).click();
    const trial = await pushbox.message(mine, /提醒能收到/);
    assert.equal(trial.from, push_key);

    const visit = await room.opened(zhao, { salesperson_id: chen.id });
    const told = await pushbox.message(mine, /来客在等您/);
    assert.equal(told.link, `/stores/${store.id}/visits/${visit.id}`);
    const { title, words, link, id } = told;
    await deliver(page, server, { title, words, link, id });
    assert.deepEqual(await shownOn(page), [{ title, body: words, link }]);

    // A colleague's deed is told only where it was chosen, and no number leaves the house.
    await page.getByLabel('撞单').last().uncheck();
    for (let i = 0; i < 50 && (await chen.do('GET', '/notifying')).by_push.includes('notice'); i++)
      await page.waitForTimeout(100);
    assert.deepEqual((await chen.do('GET', '/notifying')).by_push, ['lead', 'visit']);
    await aCard(room, chen, '王小明', '13800138000');
    assert.doesNotMatch(JSON.stringify(pushbox.messages), /13800138000/);

    await page.getByRole('button', { name: /账户/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByLabel('登录名').waitFor();
    const before = pushbox.messages.length;
    await room.opened(zhao, { salesperson_id: chen.id });
    await page.waitForTimeout(4000); // twice as long as it takes to send what waits
    assert.equal(pushbox.messages.length, before);
  },

  'a phone is taken off from another one': async ({ chen, server, opens }) => {
    const other = new chen.constructor(server.address);
    await other.do('POST', '/session', { login: 'chen', password: 'another long one' });
    const { endpoint, keys } = pushbox.subscription(`other-${newId()}`);
    await other.do('POST', '/notifying/devices', { id: newId(), endpoint, ...keys });
    const page = await opens(chen, '/settings/calendar', { viewport: phone });
    await settled(page);
    // This browser has no worker here: it says so, and what the other one gets can be ended all the same.
    await page.getByText('这个浏览器不能弹出消息').waitFor();
    const others = page.getByRole('list', { name: '其他会提醒的设备' });
    await others.getByRole('button', { name: /不再提醒$/ }).click();
    await others.waitFor({ state: 'detached' });
    assert.deepEqual((await chen.do('GET', '/notifying')).devices, []);
  },
});
