// Leads from outside in the demo dealership: by interface and by mail, told on the phone, answered, seen by the manager.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { desk, launch, phone, settled, visit } from "./support/browser.mjs";
import {
  binary,
  Client,
  fillDemo,
  newDatabase,
  newId,
  serve,
} from "./support/guanxi.mjs";

const password = "guanxi-demo";
let browser, database, server, chen, lin, admin, store, token;

async function signedIn(login) {
  const client = new Client(server.address);
  client.me = await client.do("POST", "/session", { login, password });
  return client;
}

before(async () => {
  database = newDatabase("sqlite");
  fillDemo(database);
  server = await serve(database);
  browser = await launch();
  chen = await signedIn("chenwei");
  lin = await signedIn("jingli");
  admin = await signedIn("admin");
  store = chen.me.stores[0];
  token = (
    await admin.do("POST", `/stores/${store.id}/tokens`, {
      id: newId(),
      name: "车网",
    })
  ).secret;
  // Whoever is on duty besides, the leads of this provider are for chen.
  const rules = `/stores/${store.id}/leads/rules`;
  await lin.do(
    "PUT",
    rules,
    { rules: [{ provider: "车网", people: [chen.me.id] }] },
    { "if-match": '"0"' },
  );
});
after(async () => {
  await browser?.close();
  await server?.stop();
  database?.drop();
});

async function bring(lead) {
  const answer = await fetch(
    `${server.address}/api/v1/stores/${store.id}/leads`,
    {
      method: "POST",
      headers: {
        Authorization: `Bearer ${token}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({ source: "车网", ...lead }),
    },
  );
  assert.equal(answer.status, 201, await answer.clone().text());
  return answer.json();
}

async function done(page) {
  assert.deepEqual(page.failures, []);
  await page.context().close();
}

test("A lead is told on the phone at once, answered on the usual date, and the manager sees how soon", async () => {
  const page = await visit(browser, server, chen, "/log", { viewport: phone });
  await settled(page);
  await bring({
    name: "网来客",
    phone: "13900001111",
    wants: "云岭 5，周末有车吗",
  });
  await page.getByText(/^新线索：网来客/).waitFor();
  await page.goto(`${server.address}/today`);
  const waiting = page.getByRole("list", { name: "待联系的线索" });
  await waiting.getByRole("link", { name: "网来客" }).click();
  await page.getByRole("button", { name: "写跟进" }).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("radio", { name: "电话" }).first().check();
  await sheet.getByRole("radio", { name: "没联系上", exact: true }).check();
  await sheet.getByRole("radio", { name: /通常最晚/ }).check();
  await sheet.getByRole("button", { name: "保存" }).click();
  await sheet.waitFor({ state: "detached" });
  await page.goto(`${server.address}/today`);
  await page.getByRole("heading", { name: "今天要跟进的客户" }).waitFor();
  assert.equal(await waiting.count(), 0);
  await done(page);

  const board = await visit(browser, server, lin, "/leads", { viewport: desk });
  await board.getByRole("button", { name: "网来客" }).click();
  const drawer = board.getByRole("dialog");
  await drawer.getByText(/马上联系了|分钟后联系/).waitFor();
  await drawer.getByText("周末有车吗").first().waitFor();
  await done(board);
});

test("Mail with an address only opens a card once; what has no lead in it is kept with the reason", async () => {
  const intake = (mail) =>
    spawnSync(
      binary,
      [
        "intake",
        "--database",
        database.url,
        "--store",
        store.code,
        "--provider",
        "车网",
      ],
      {
        input: mail,
        encoding: "utf8",
      },
    );
  const mail = `Message-ID: <1@portal>
Content-Type: text/plain; charset=utf-8

<?adf version="1.0"?><adf><prospect><customer><contact><name>Grace Miller</name><email>grace@example.com</email></contact>
</customer></prospect></adf>
`;
  const first = intake(mail);
  assert.equal(first.status, 0, first.stderr);
  assert.match(first.stdout, /1 leads taken, 0 refused/);
  assert.match(intake(mail).stdout, /1 of them seen before; 0 leads taken/);
  assert.match(
    intake("Subject: Cheap tyres\n\nBuy four.\n").stdout,
    /1 refused, no_adf 1/,
  );
  assert.equal(intake(mail.replaceAll("Grace", "Anna")).status, 0);

  const page = await visit(browser, server, lin, "/leads?state=refused", {
    viewport: desk,
  });
  await page.getByRole("button", { name: "未留姓名" }).click();
  await page.getByText("Buy four.").waitFor();
  await page.getByText("没有线索内容").first().waitFor();
  await page.goto(`${server.address}/leads`);
  await page.getByRole("button", { name: "Grace Miller" }).first().click();
  await page.getByRole("link", { name: "打开意向卡" }).click();
  await page.getByRole("link", { name: /grace@example.com/ }).waitFor();
  await done(page);
});

test("Who has days off is on the board with what falls due, and is given no leads", async () => {
  const page = await visit(browser, server, chen, "/settings/days-off", {
    viewport: phone,
  });
  // For some days: in the evening a lead is answered on the next one.
  for (const [label, days] of [
    ["从", 0],
    ["到", 3],
  ]) {
    const day = new Date(Date.now() + days * 86_400_000);
    const field = page.getByLabel(label, { exact: true });
    await field.fill(
      day.toLocaleDateString("sv-SE", { timeZone: store.time_zone }),
    );
    await field.press("Enter");
  }
  await page.getByRole("button", { name: "登记" }).click();
  await page.getByText("· 现在不在").waitFor();
  await done(page);
  const answer = await bring({ name: "第二位", phone: "13900002222" });
  const card = await lin.do(
    "GET",
    `/stores/${store.id}/prospects/${answer.card_id}`,
  );
  assert.notEqual(card.card.salesperson.id, chen.me.id);

  const board = await visit(browser, server, lin, "/board", { viewport: desk });
  const away = board
    .locator("section")
    .filter({ has: board.getByRole("heading", { name: /^今天不在/ }) });
  await away.getByRole("link", { name: "陈伟" }).waitFor();
  await done(board);
});
