// A small showroom that has just begun: 赵敏 at the door, 陈伟 and 李娜 sell, 林强 leads them.
import { engines, join, newDatabase, newId, serve, setUp } from './guanxi.mjs';
import { launch, phone, visit } from './browser.mjs';
import { after, before, test } from 'node:test';

const people = { zhao: ['receptionist'], chen: ['salesperson'], li: ['salesperson'], lin: ['sales_manager'] };

async function openShowroom(engine) {
  const database = newDatabase(engine);
  const server = await serve(database);
  const { admin, store } = await setUp(server);
  const room = { server, store, admin };
  for (const [login, roles] of Object.entries(people)) room[login] = await join(server, admin, store, login, roles);
  room.opened = (by, body = {}) =>
    by.do('POST', `/stores/${store.id}/visits`, { id: newId(), way: 'walk_in', ...body });
  room.addressOf = (what) => `/stores/${store.id}/visits/${what.id}`;
  room.close = async () => {
    await server.stop();
    database.drop();
  };
  return room;
}

/** Somebody on file with a card of this salesperson. */
export async function aCard({ store, opened }, seller, name, number) {
  const visit = await opened(seller, { salesperson_id: seller.id });
  const filed = await seller.do('POST', `/stores/${store.id}/visits/${visit.id}/filing`, {
    customer: { id: newId(), name, phone: number },
    consent: { given: true, purposes: ['follow_up'] },
    ...{ purchase_when: 'next_month', test_drive: false, quote: false, trade_in: false },
  });
  const customer = await seller.do('GET', `/stores/${store.id}/customers/${filed.customer.id}`);
  return customer.card;
}

/** Tells each story on both engines, each time in a showroom of its own, with one browser for all of them. */
export function tell(stories) {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());
  for (const engine of engines) {
    for (const [name, story] of Object.entries(stories)) {
      test(`${engine}: ${name}`, async () => {
        const room = await openShowroom(engine);
        const pages = [];
        /** Somebody opens a page on a device of their own. */
        const opens = async (client, where, options = { viewport: phone }) => {
          pages.push(await visit(browser, room.server, client, where, options));
          return pages.at(-1);
        };
        try {
          await story({ ...room, opens });
          const failures = pages.flatMap((page) => page.failures);
          if (failures.length > 0) throw new Error(`a page broke: ${failures.join('\n')}`);
        } finally {
          for (const page of pages) await page.context().close();
          await room.close();
        }
      });
    }
  }
}
