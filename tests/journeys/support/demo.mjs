// The demo dealership with some of its people signed in, each looking at pages in a browser of their own.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { launch, settled, visit } from './browser.mjs';
import { Client, fillDemo, newDatabase, serve } from './guanxi.mjs';

const password = 'guanxi-demo';

/**
 * To be called at the top of a file of tests: everything is there while they run.
 * @param logins - who signs in; the first one's first store is `store`
 */
export function demoWith(...logins) {
  const demo = { people: {} };
  let database;
  before(async () => {
    database = newDatabase('sqlite');
    fillDemo(database);
    demo.server = await serve(database);
    demo.browser = await launch();
    for (const login of logins) {
      const person = (demo.people[login] = new Client(demo.server.address));
      person.me = await person.do('POST', '/session', { login, password });
    }
    demo.store = demo.people[logins[0]].me.stores[0];
  });
  after(async () => {
    await demo.browser?.close();
    await demo.server?.stop();
    database?.drop();
  });

  /** Somebody looks at a page; it must not break, and is gone afterwards. */
  demo.looking = async (login, where, options, story) => {
    const page = await visit(demo.browser, demo.server, demo.people[login], where, options);
    await settled(page);
    await story(page);
    assert.deepEqual(page.failures, []);
    await page.context().close();
  };
  return demo;
}
