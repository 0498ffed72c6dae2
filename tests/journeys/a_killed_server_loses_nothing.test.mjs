// Nothing acknowledged is ever lost: the server is killed under load several times, and every visit that was answered
// with success is there, each once, and none by half.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engines, join, newDatabase, newId, serve, setUp } from './support/guanxi.mjs';

const KILLS = 5;
const CLIENTS = 24;

/** Logs visits, and closes every second one, until the server is gone. Notes what was acknowledged. */
async function logVisits(client, store, acknowledged) {
  for (let count = 0; ; count++) {
    const id = newId();
    try {
      await client.do('POST', `/stores/${store.id}/visits`, { id, way: 'walk_in', salesperson_id: client.id });
      acknowledged.set(id, 'open');
      if (count % 2 === 0) continue;
      await client.do('POST', `/stores/${store.id}/visits/${id}/filing`, filing());
      acknowledged.set(id, 'filed');
    } catch (failure) {
      if (failure instanceof TypeError) return; // the connection broke: killed
      throw failure;
    }
  }
}

let phones = 0;
function filing() {
  return {
    customer: { id: newId(), name: '王小明', phone: `138${String(10000000 + phones++)}` },
    purchase_when: 'this_month',
    consent: { given: true, purposes: ['follow_up'] },
    test_drive: false,
    quote: false,
    trade_in: false,
  };
}

/** All visits of the store, page by page. */
async function allVisits(client, store) {
  const visits = [];
  let cursor = null;
  do {
    const page = await client.do('GET', `/stores/${store.id}/visits?limit=200${cursor ? `&cursor=${cursor}` : ''}`);
    visits.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return visits;
}

/** The facts of the store that say that a visit was opened or filed. */
async function factsOf(client, store, kind) {
  const facts = [];
  let cursor = null;
  do {
    const page = await client.do(
      'GET',
      `/stores/${store.id}/facts?kind=${kind}&limit=200${cursor ? `&cursor=${cursor}` : ''}`,
    );
    facts.push(...page.items.map((fact) => fact.subject_id));
    cursor = page.next_cursor;
  } while (cursor);
  return facts;
}

for (const engine of engines) {
  test(`${engine}: after ${KILLS} kills under load every acknowledged visit is there once`, async () => {
    const database = newDatabase(engine);
    const acknowledged = new Map();
    let server = await serve(database);
    try {
      const { admin, store } = await setUp(server);
      const seller = await join(server, admin, store, 'chen', ['salesperson']);
      const manager = await join(server, admin, store, 'lin', ['sales_manager']);
      for (let kill = 0; kill < KILLS; kill++) {
        const before = acknowledged.size;
        const load = Array.from({ length: CLIENTS }, () => logVisits(seller, store, acknowledged));
        await new Promise((resolve) => setTimeout(resolve, 400 + 150 * kill));
        await server.kill();
        await Promise.all(load);
        assert.ok(acknowledged.size > before, 'no visit was logged before the kill');
        server = await serve(database);
        for (const client of [admin, seller, manager]) client.address = server.address;
      }
      const visits = await allVisits(manager, store);
      const found = new Map(visits.map((visit) => [visit.id, visit]));
      assert.equal(found.size, visits.length, 'a visit is there twice');
      for (const [id, standing] of acknowledged) {
        assert.ok(found.has(id), `acknowledged visit ${id} is gone`);
        if (standing === 'filed') assert.equal(found.get(id).standing, 'filed', `filing of ${id} is gone`);
      }
      // No half visit: each has its fact, and a filed one its customer; and no fact is without its visit.
      assert.deepEqual((await factsOf(manager, store, 'visit_opened')).sort(), [...found.keys()].sort());
      const filed = visits.filter((visit) => visit.standing === 'filed');
      assert.deepEqual((await factsOf(manager, store, 'visit_filed')).sort(), filed.map((visit) => visit.id).sort());
      for (const visit of filed) assert.ok(visit.customer?.id, 'filed without a customer');
      console.log(`  ${engine}: ${acknowledged.size} acknowledged, ${visits.length} found`);
    } finally {
      await server.kill();
      database.drop();
    }
  });
}
