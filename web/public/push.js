// Part of the app's worker: shows what the server tells somebody when the app is closed, and leads there.
self.addEventListener('push', (event) => {
  const message = event.data?.json();
  if (!message) return;
  event.waitUntil(
    self.registration.showNotification(message.title, {
      body: message.words,
      tag: message.id, // one that comes twice is shown once
      icon: '/icon-192.png',
      data: { link: message.link },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.link));
});

/** In the window that is open already, else in a new one. */
async function open(link) {
  const address = new URL(link || '/', self.location.origin).href;
  const [shown] = await self.clients.matchAll({ type: 'window' });
  if (!shown) return self.clients.openWindow(address);
  await shown.focus();
  return shown.navigate(address);
}

// Browsers renew a subscription now and then: the server is told of the new one, as long as one is signed in.
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));

async function renew({ newSubscription, oldSubscription }) {
  const options = oldSubscription?.options;
  const subscription =
    newSubscription ?? (options && (await self.registration.pushManager.subscribe(options)));
  if (!subscription) return;
  const { endpoint, keys } = subscription.toJSON();
  await fetch('/api/v1/notifying/devices', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'guanxi' },
    body: JSON.stringify({ id: crypto.randomUUID(), endpoint, ...keys }),
  });
}
