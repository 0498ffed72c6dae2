// Every page of the registry, with the demo dealership behind it: no serious finding of axe at three widths in both
// themes, nothing to scroll sideways for on a phone, and no English left over in Chinese.
import axe from 'axe-core';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { desk, launch, phone, settled, tablet, visit } from './support/browser.mjs';
import { Client, fillDemo, newDatabase, newId, serve } from './support/guanxi.mjs';
import { allPages } from './support/pages.mjs';

const password = 'guanxi-demo';
/** Who looks at a page: the first of them who may. */
const logins = ['jingli', 'admin', 'chenwei', 'zongjingli'];
const widths = [phone, tablet, desk];
const themes = ['light', 'dark'];
/** Names that are the same in Chinese. */
const foreignWords = /\b(Guanxi|WeChat|Excel|CSV|XLSX|vCard|Chrome|Linux|iPhone|iPad|Mac|Safari|Edge|Firefox|Outlook|Thunderbird|Google|URL|https|node|EN: switch to English)\b|[a-z]+_\d+|\.xlsx/g;

let database, server, browser, store, examples;
const people = new Map();

before(async () => {
  database = newDatabase('sqlite');
  fillDemo(database);
  server = await serve(database);
  browser = await launch();
  for (const login of logins) {
    const client = new Client(server.address);
    client.me = await client.do('POST', '/session', { login, password });
    people.set(login, client);
  }
  const [manager, admin] = logins.map((login) => people.get(login));
  store = manager.me.stores[0];
  const one = async (what) => (await manager.do('GET', `/stores/${store.id}/${what}`)).items[0]?.id;
  examples = {
    storeId: store.id,
    groupId: store.group_id,
    visitId: await one('visits?standing=filed&limit=1'),
    customerId: await one('customers?limit=1'),
    cardId: await one('prospects?standing=following&limit=1'),
  };
  Object.assign(examples, await oneQuote(manager, examples.cardId));
  const seller = people.get('chenwei');
  examples.dueId = (await seller.do('GET', `/stores/${store.id}/prospects/due?limit=1`)).items[0]?.id;
  // Somebody new: of a customer on file nobody asks whether they left a number.
  const { id: salesperson_id } = await seller.do('GET', '/session');
  const walkIn = { id: newId(), way: 'walk_in', salesperson_id };
  examples.openId = (await seller.do('POST', `/stores/${store.id}/visits`, walkIn)).id;
  examples.importId = await oneImport(manager);
  // Pages show what they show to everybody: logins, models and other names are the showroom's own.
  const { items: staff } = await admin.do('GET', '/people?limit=200');
  const { items: models } = await admin.do('GET', '/models?limit=200');
  const lists = await Promise.all(
    ['channels', 'reasons?list=unfiled', 'reasons?list=exclusion'].map((list) =>
      admin.do('GET', `/stores/${store.id}/${list}`),
    ),
  );
  // Lists are kept in both languages, and their pages show both, with the code.
  const both = lists.flatMap(({ items }) => items.flatMap((each) => [each.code, each.label_en]));
  ownWords = [...staff.map((each) => each.login), ...models.map((each) => each.name), ...both];
  ownWords.sort((a, b) => b.length - a.length);
});
let ownWords = [];

after(async () => {
  await browser?.close();
  await server?.stop();
  database?.drop();
});

/** A quote of this card, and its first version. */
async function oneQuote(client, cardId) {
  const terms = {
    model: '云岭 5',
    lines: [{ kind: 'vehicle', text: '云岭 5', quantity: 1, unit_price: 18_980_000 }],
    ...{ discount: 500_000, trade_in: 0, deposit: 0, loan: { down_payment: 6_000_000, months: 36, yearly_rate: 388 } },
    valid_until: new Date(Date.now() + 86_400_000 * 3).toISOString().slice(0, 10),
  };
  const given = await client.do('POST', `/stores/${store.id}/prospects/${cardId}/quotes`, { id: newId(), terms });
  return { quoteId: given.id, n: 1 };
}

/** A list that waits for its columns to be named. */
async function oneImport(client) {
  const response = await fetch(
    `${server.address}/api/v1/stores/${store.id}/imports?file_name=${encodeURIComponent('三月.csv')}`,
    {
      method: 'POST',
      headers: { cookie: client.cookie, 'x-requested-with': 'guanxi', 'content-type': 'application/octet-stream' },
      body: '日期,姓名,电话\n2026-03-01,王小明,13800138000\n',
    },
  );
  return response.ok ? (await response.json()).id : null;
}

function addressOf(where) {
  return where.replace(/:(\w+)/g, (_, name) => {
    assert.ok(examples[name], `no example for :${name} of ${where}`);
    return examples[name];
  });
}

/** The dark theme differs in colours only. */
async function findings(page, colorScheme) {
  const rules = colorScheme === 'dark' ? ['color-contrast', 'link-in-text-block'] : null;
  const violations = await page.evaluate(async (only) => {
    const found = await window.axe.run(document, {
      resultTypes: ['violations'],
      ...(only && { runOnly: { type: 'rule', values: only } }),
    });
    return found.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      at: nodes.map(({ target }) => target.join(' ')),
    }));
  }, rules);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, at }) => `${id}: ${at.slice(0, 3).join(', ')}`);
}

/** What can be seen or is read out: texts, labels, placeholders. */
function visibleWords() {
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent && !['SCRIPT', 'STYLE'].includes(parent.tagName) && shown(parent)) texts.push(walker.currentNode.data);
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
    if (!shown(element)) continue;
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(element.getAttribute(name) ?? '');
  }
  return texts;
}

function english(texts) {
  const left = texts.map((text) => ownWords.reduce((rest, word) => rest.replaceAll(word, ''), text));
  return left.map((text) => text.replace(foreignWords, '')).filter((text) => /[A-Za-z]{4,}/.test(text));
}

async function look(page, name) {
  const wrong = [];
  await page.evaluate(axe.source);
  // Colours are judged when they have arrived.
  await page.addStyleTag({ content: '* { transition: none !important; animation: none !important; }' });
  for (const viewport of widths) {
    await page.setViewportSize(viewport);
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      const at = `${name} at ${viewport.width} ${colorScheme}`;
      wrong.push(...(await findings(page, colorScheme)).map((finding) => `${at}: ${finding}`));
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) wrong.push(`${name} at ${viewport.width}: ${over} px to scroll sideways`);
  }
  const left = english(await page.evaluate(visibleWords));
  if (left.length > 0) wrong.push(`${name}: English in Chinese: ${left.slice(0, 5).join(' | ')}`);
  return [...wrong, ...page.failures.map((failure) => `${name}: ${failure}`)];
}

for (const { path, rights } of allPages()) {
  test(`the page ${path}`, async () => {
    const client = [...people.values()].find(
      ({ me }) => rights.length === 0 || rights.some((right) => me.rights.includes(right)),
    );
    assert.ok(client, 'nobody may open it');
    const page = await visit(browser, server, client, addressOf(path));
    await settled(page);
    await drawn(page);
    const wrong = await look(page, path);
    assert.ok(wrong.length === 0, wrong.join('\n'));
    await page.context().close();
  });
}

/** Charts below are drawn when nothing else is to be done. */
const drawn = (page) => page.locator('[data-waits]').first().waitFor({ state: 'detached' });

const closing = '/stores/:storeId/visits/:openId';
/** What is not a page of its own, but opens on one: who looks, where, and what they do there. */
const moments = {
  'signing in': [null, '/sign-in'],
  'the link to set up, used up': [null, '/setup?token=used'],
  'opening a visit': ['jingli', '/door', (page) => page.getByRole('button', { name: '再次来店' }).click()],
  'finding who comes again': [
    'jingli',
    '/door',
    async (page) => {
      await page.getByRole('button', { name: '再次来店' }).click();
      await page.getByRole('combobox', { name: '哪位客户（可不填）' }).pressSequentially('wang');
      await page.locator('[data-combobox-selected]').first().waitFor();
    },
  ],
  'searching a customer': [
    'chenwei',
    '/log',
    async (page) => {
      await page.getByRole('combobox', { name: '查找客户' }).fill('wang');
      await page.locator('[data-combobox-selected]').first().waitFor();
    },
  ],
  'choosing a day': [
    'chenwei',
    '/log',
    (page) => page.getByRole('button', { name: '在日历里选：日期' }).click(),
  ],
  'filing a visit': ['chenwei', closing, (page) => page.getByRole('radio', { name: '留下了联系方式' }).check()],
  'leaving a visit unfiled, with mistakes': [
    'chenwei',
    closing,
    async (page) => {
      await page.getByRole('radio', { name: '没有联系方式' }).check();
      await page.getByLabel('没有索取').check();
      await page.getByRole('button', { name: '保存未留档' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  ],
  'excluding a visit': ['chenwei', closing, (page) => page.getByRole('radio', { name: '不是来看车的' }).check()],
  'editing a visit': [
    'jingli',
    '/stores/:storeId/visits/:visitId',
    (page) => page.getByRole('button', { name: '修改', exact: true }).click(),
  ],
  'following up, with mistakes': [
    'chenwei',
    '/stores/:storeId/prospects/:dueId',
    async (page) => {
      await page.getByRole('button', { name: '写跟进' }).click();
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  ],
  'ordering, with mistakes': [
    'jingli',
    '/stores/:storeId/prospects/:cardId',
    async (page) => {
      await page.getByRole('button', { name: '下订' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '下订' }).click();
      await page.getByText('请填写成交价').waitFor();
    },
  ],
  'giving a quote, with mistakes': [
    'jingli',
    '/stores/:storeId/prospects/:cardId',
    async (page) => {
      await page.getByRole('button', { name: '新报价单' }).click();
      await page.getByRole('dialog').getByRole('radio', { name: '贷款' }).check();
      await page.getByRole('button', { name: '给出报价' }).click();
      await page.getByText('请填写年利率。').waitFor();
    },
  ],
  'giving a prospect up': [
    'chenwei',
    '/today',
    async (page) => {
      await page
        .getByRole('button', { name: /^跟进 / })
        .first()
        .click();
      await page.getByRole('button', { name: '放弃，申请战败' }).click();
    },
  ],
  'editing a card': [
    'jingli',
    '/stores/:storeId/prospects/:cardId',
    (page) => page.getByRole('button', { name: '修改', exact: true }).click(),
  ],
  'adding somebody': ['admin', '/settings/people', (page) => page.getByRole('button', { name: '添加人员' }).click()],
  "one's own devices": [
    'jingli',
    '/log',
    async (page) => {
      await page.getByRole('button', { name: '林强的账户' }).click();
      await page.getByRole('menuitem', { name: '登录的设备' }).click();
      await page.getByText('当前设备').waitFor();
    },
  ],
  'a group of the Hundred': [
    'jingli',
    '/hundred',
    async (page) => {
      await page.locator('h2 button').nth(1).click();
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    },
  ],
  'one of the Hundred': [
    'jingli',
    '/hundred',
    async (page) => {
      await page.locator('[data-visit]').nth(80).click();
      await page.getByRole('group', { name: '这一位' }).waitFor();
    },
  ],
  'narrowing the own Hundred': [
    'chenwei',
    '/hundred',
    async (page) => {
      await page.setViewportSize(phone);
      await page.getByRole('button', { name: '筛选' }).click();
    },
  ],
  'a Hundred that nobody fits': ['jingli', '/hundred?month=2001-01', (page) => page.getByText('没有符合条件的来客').waitFor()],
  'the tables of Unfiled': [
    'jingli',
    '/unfiled?tables=months.differences.causes.person.hour.channel.model.on_duty.minutes.asks.second_face',
    drawn,
  ],
  'the visits behind a number': [
    'jingli',
    '/unfiled',
    async (page) => {
      await drawn(page);
      await page.locator('td button').first().click();
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    },
  ],
  'the cards behind a number of the board': [
    'jingli',
    '/board',
    async (page) => {
      await page.getByRole('row').nth(1).getByRole('link').nth(1).click();
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    },
  ],
  'prospects with whom something is the matter': ['jingli', '/prospects?attention=silent&standing=all'],
  'setting the rules of following up, with mistakes': [
    'jingli',
    '/settings/rules',
    async (page) => {
      await page.getByRole('button', { name: '设新的规则' }).click();
      await page.getByLabel('A 级到第几天').fill('3');
      await page.getByRole('button', { name: '保存规则' }).click();
      await page.getByRole('alert').first().waitFor();
    },
  ],
  'what became of them': ['jingli', '/cohorts?days=7', drawn],
  'what became of them, in all stores': ['zongjingli', '/cohorts?group=:groupId', drawn],
  'planning a test drive, with mistakes': [
    'jingli',
    '/calendar',
    async (page) => {
      await page.getByRole('button', { name: '约到店 / 试驾' }).click();
      await page.getByRole('radio', { name: '试驾' }).check();
      await page.getByRole('radio', { name: /^今天/ }).check();
      await page.getByRole('radio', { name: '云岭 5 白' }).check();
      await page.getByRole('button', { name: '约好' }).click();
      await page.getByText('请选择客户。').waitFor();
    },
  ],
  'adding a test car': [
    'jingli',
    '/settings/test-cars',
    (page) => page.getByRole('button', { name: '新增试驾车' }).click(),
  ],
  'all stores of Unfiled': ['zongjingli', '/unfiled?group=:groupId', drawn],
  'the tables of all stores': ['zongjingli', '/unfiled?group=:groupId&tables=stores.store-months', drawn],
  'the Hundred of all stores': ['zongjingli', '/hundred?group=:groupId'],
  'a page that is not there': ['chenwei', '/settings/people'],
};

for (const [name, [login, where, act]] of Object.entries(moments)) {
  test(`the moment of ${name}`, async () => {
    const page = await visit(browser, server, login && people.get(login), addressOf(where), { viewport: desk });
    await settled(page);
    await act?.(page);
    const wrong = await look(page, name);
    assert.ok(wrong.length === 0, wrong.join('\n'));
    await page.context().close();
  });
}
