// A stand-in for the server while only the pages are being worked on: node dev/fake-server.mjs (port 8090), then
// GUANXI_API=http://127.0.0.1:8090 npm run dev. Memory only, one store-full of seeded people; log in as qiantai, chenwei,
// manager or admin with any password. The real server decides what is true; this one only has its shapes.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { lists, models, people, rights, stores } from './fake-seed.mjs';

const port = Number(process.env.PORT ?? 8090);
const minute = 60_000;
const ago = (minutes) => new Date(Date.now() - minutes * minute).toISOString();
const dayOf = (instant) => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date(instant));
const nameOf = (id) => people.find((each) => each.id === id) && { id, name: people.find((each) => each.id === id).name };

const state = { sessions: new Map(), visits: [], customers: [], cards: [], facts: [], tapped: 0, duty: [], events: new Set(), offline: false };
const blank = {
  left_at: null, minutes: null, channel_code: 'C1', standing: 'open', overdue: false, customer: null, model: null, price_from: null,
  price_to: null, purchase_when: null, purchase_day: null, reason_code: null, asks: null, second_face: null, story: null, test_drive: null,
  quote: null, trade_in: null, exclusion_code: null, exclusion_asked_by: null, exclusion_confirmed_by: null, closed_at: null, version: 1,
};
const openCan = ['edit', 'file', 'leave_unfiled', 'exclude', 'depart', 'hand_over'];
const canOf = (visit) =>
  ({ open: openCan, filed: ['edit', 'hand_over'], unfiled: ['edit', 'reopen'], exclusion_asked: ['confirm_exclusion', 'reject_exclusion'], excluded: ['reopen'] })[visit.standing];

function visitFrom(values) {
  const visit = { ...blank, id: randomUUID(), store_id: stores[0].id, way: 'walk_in', kind: 'visit', occasion: 'first', party_size: 1, opened_by: nameOf('p1'), salesperson: nameOf('p2'), ...values };
  visit.day = dayOf(visit.arrived_at);
  visit.minutes = visit.left_at ? Math.round((Date.parse(visit.left_at) - Date.parse(visit.arrived_at)) / minute) : null;
  visit.overdue = visit.standing === 'open' && Date.now() - Date.parse(visit.arrived_at) > 1440 * minute;
  visit.can = canOf(visit);
  return visit;
}

function customerFrom(values) {
  return { id: randomUUID(), store_id: stores[0].id, sex: null, phone: null, wechat: null, plate: null, salesperson: nameOf('p2'), created_at: ago(60 * 24 * 9), consents: [], version: 1, ...values };
}

function seed() {
  const names = ['王小明', '李静', '赵海燕', '周文杰', '吴桐', '孙丽华', '郑凯', '马德胜', '胡一鸣', '林雪', '高志远', '何佳'];
  state.customers = names.map((name, at) =>
    customerFrom({ name, sex: at % 2 ? 'female' : 'male', phone: at === 4 ? null : `+861381234${String(5678 + at).padStart(4, '0')}`, wechat: at % 3 === 1 ? `wx_${at}00` : null, plate: at % 4 === 0 ? `京A${12345 + at}` : null, salesperson: nameOf(['p2', 'p3', 'p4'][at % 3]), consents: at % 2 ? [{ purpose: 'follow_up', given: true, at: ago(9000), by: nameOf('p2') }] : [] }),
  );
  const who = (at) => { const c = state.customers[at]; return { id: c.id, name: c.name, phone: c.phone }; };
  const model = (at) => ({ id: models[at].id, name: models[at].name });
  state.visits = [
    visitFrom({ arrived_at: ago(4), party_size: 2, salesperson: nameOf('p3') }),
    visitFrom({ arrived_at: ago(37), party_size: 3, salesperson: nameOf('p2') }),
    visitFrom({ arrived_at: ago(12), way: 'call', kind: 'call', salesperson: nameOf('p5') }),
    visitFrom({ arrived_at: ago(52), way: 'again', occasion: 'again', customer: who(0), salesperson: nameOf('p2'), channel_code: null }),
    visitFrom({ arrived_at: ago(60 * 31), left_at: ago(60 * 30), salesperson: nameOf('p2') }),
    visitFrom({ arrived_at: ago(60 * 5), left_at: ago(60 * 4), salesperson: nameOf('p2'), party_size: 2 }),
    visitFrom({ arrived_at: ago(140), left_at: ago(90), standing: 'filed', customer: who(1), model: model(0), price_from: 12000000, price_to: 15000000, purchase_when: 'this_month', closed_at: ago(88), story: '想给家里换车，主要看空间和油耗，周末带太太再来试驾。', test_drive: true, quote: true, trade_in: false }),
    visitFrom({ arrived_at: ago(180), left_at: ago(160), standing: 'unfiled', reason_code: 'U1.judged', asks: 0, second_face: false, closed_at: ago(158), story: '只看了一圈就走，没来得及要电话。' }),
    visitFrom({ arrived_at: ago(200), left_at: ago(195), standing: 'exclusion_asked', exclusion_code: 'X.paperwork', exclusion_asked_by: nameOf('p3'), closed_at: ago(194), salesperson: nameOf('p3') }),
    visitFrom({ arrived_at: ago(230), left_at: ago(180), standing: 'filed', customer: who(2), model: model(1), price_from: 18000000, price_to: 20000000, purchase_when: 'next_month', closed_at: ago(178), test_drive: false, quote: true, trade_in: true }),
    visitFrom({ arrived_at: ago(240), left_at: ago(226), standing: 'unfiled', reason_code: 'U2.will_return', asks: 2, second_face: true, closed_at: ago(225), story: '说会再来，先不留电话。', salesperson: nameOf('p4') }),
  ];
  const grades = ['H', 'H', 'A', 'B', 'C', 'N', 'A', 'B', 'C', 'N'];
  state.cards = grades.map((grade, at) => ({
    id: randomUUID(), store_id: stores[0].id, customer: who(at), salesperson: state.customers[at].salesperson, grade,
    purchase_when: ['this_week', 'this_month', 'next_month', 'unknown'][at % 4], expected_on: grade === 'N' ? null : dayOf(Date.now() + (at - 1) * 5 * 86_400_000),
    model: model(at % models.length), price_from: (10 + at) * 1000000, price_to: (13 + at) * 1000000, visit_id: state.visits[6].id, opened_at: ago(60 * 24 * at + 200),
  }));
  state.duty = ['p2', 'p3', 'p4', 'p5'].map((id, at) => ({ person: nameOf(id), turns: [3, 2, 1, 2][at], on_turn: at === 2, busy: at === 0, skipped: at === 3 ? 1 : 0, on: true }));
  state.facts = state.visits.slice(6, 8).flatMap((visit) => [
    { id: randomUUID(), at: visit.closed_at, kind: visit.standing === 'filed' ? 'VisitFiled' : 'VisitLeftUnfiled', actor: visit.salesperson, subject_kind: 'visit', subject_id: visit.id, data: {} },
    { id: randomUUID(), at: visit.arrived_at, kind: 'VisitWelcomed', actor: nameOf('p1'), subject_kind: 'visit', subject_id: visit.id, data: {} },
  ]);
}
seed();

const me = (id) => {
  const person = people.find((each) => each.id === id);
  return { id, name: person.name, login: person.login, roles: person.roles, rights: rights(person.roles), stores, language: person.language ?? 'zh', theme: person.theme ?? 'system', must_change_password: false };
};
const house = () => {
  const today = state.visits.filter((each) => each.day === dayOf(Date.now()));
  const on = state.duty.filter((each) => each.on);
  return { now: new Date().toISOString(), visits: state.visits.filter((each) => each.standing === 'open' && !each.left_at), duty: on, on_turn: on.find((each) => each.on_turn)?.person ?? null, day: dayOf(Date.now()), hour: 14, logged_parties: today.filter((each) => each.kind === 'visit').length, counted_parties: 9 + state.tapped, tapped_this_hour: state.tapped };
};
const figures = () => {
  const today = state.visits.filter((each) => each.day === dayOf(Date.now()));
  const count = (test) => today.filter(test).length;
  const first = today.filter((each) => each.kind === 'visit' && each.occasion === 'first');
  return { first_visits: first.length, filed: count((each) => each.standing === 'filed'), unfiled: count((each) => each.standing === 'unfiled'), open: count((each) => each.standing === 'open'), excluded: count((each) => each.standing === 'excluded'), calls: count((each) => each.kind === 'call'), again: count((each) => each.occasion === 'again'), heads: today.reduce((sum, each) => sum + each.party_size, 0), logged_parties: house().logged_parties, counted_parties: house().counted_parties };
};
const nextTurn = () => {
  const on = state.duty.filter((each) => each.on);
  const at = on.findIndex((each) => each.on_turn);
  state.duty.forEach((each) => { each.on_turn = false; });
  if (on.length) on[(at + 1) % on.length].on_turn = true;
};
class Refused extends Error {
  constructor(status, code, detail, more = {}) { super(detail); Object.assign(this, { status, code, detail, more }); }
}
const find = (list, id) => list.find((each) => each.id === id) ?? (() => { throw new Refused(404, 'not_found', '没有找到。'); })();
function close(visit, changes) {
  Object.assign(visit, changes, { version: visit.version + 1, closed_at: new Date().toISOString() });
  visit.left_at ??= new Date().toISOString();
  visit.minutes = Math.round((Date.parse(visit.left_at) - Date.parse(visit.arrived_at)) / minute);
  visit.can = canOf(visit);
  return visit;
}
const customerOut = (customer) => ({ ...customer, phone_display: customer.phone, partial: !customer.phone, visits: state.visits.filter((each) => each.customer?.id === customer.id), card: state.cards.find((each) => each.customer.id === customer.id) ?? null });
const normalised = (phone) => {
  const digits = phone.replace(/[^\d+]/g, '').replace(/^\+?86/, '');
  if (!/^1\d{10}$/.test(digits)) throw new Refused(422, 'invalid_phone', '电话号码不对。', { errors: [{ pointer: '/customer/phone', code: 'invalid', detail: '电话号码应为 11 位。' }] });
  return `+86${digits}`;
};
function page(items, query) {
  const from = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? 50);
  return { items: items.slice(from, from + limit), next_cursor: from + limit < items.length ? String(from + limit) : null };
}

const S = '/stores/([^/]+)';
const routes = [
  ['GET', '/session', ({ actor }) => me(actor)],
  ['PUT', '/session/preferences', ({ actor, body }) => { Object.assign(find(people, actor), body); return me(actor); }],
  ['PUT', '/session/password', ({ actor }) => me(actor)],
  ['GET', '/sessions', () => ({ items: [{ id: 's1', current: true, created_at: ago(600), last_seen_at: ago(1), user_agent: 'Mozilla/5.0 (iPhone) Safari/604', address: '10.0.0.8' }, { id: 's2', current: false, created_at: ago(9000), last_seen_at: ago(4000), user_agent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140', address: '10.0.0.21' }] })],
  ['DELETE', '/sessions/(.+)', () => undefined],
  ['GET', `${S}/house`, house],
  ['GET', `${S}/today`, ({ actor }) => {
    const mine = (each) => !people.find((p) => p.id === actor).roles.includes('salesperson') || each.salesperson?.id === actor;
    const open = state.visits.filter((each) => each.standing === 'open' && mine(each)).sort((a, b) => a.arrived_at.localeCompare(b.arrived_at));
    return { now: new Date().toISOString(), day: dayOf(Date.now()), open, overdue: open.filter((each) => each.overdue), to_confirm: state.visits.filter((each) => each.standing === 'exclusion_asked'), closed: state.visits.filter((each) => each.closed_at && mine(each) && each.standing !== 'exclusion_asked').slice(0, 20), figures: figures() };
  }],
  ['POST', `${S}/visits`, ({ actor, body }) => {
    const known = state.visits.find((each) => each.id === body.id);
    if (known) return known;
    const customer = body.customer_id && find(state.customers, body.customer_id);
    const turn = state.duty.find((each) => each.on_turn)?.person ?? null;
    const visit = visitFrom({ id: body.id, way: body.way, kind: body.way === 'call' ? 'call' : 'visit', occasion: body.way === 'again' ? 'again' : 'first', arrived_at: body.arrived_at ?? new Date().toISOString(), party_size: body.party_size ?? 1, opened_by: nameOf(actor), salesperson: body.salesperson_id ? nameOf(body.salesperson_id) : (customer?.salesperson ?? turn), customer: customer ? { id: customer.id, name: customer.name, phone: customer.phone } : null });
    state.visits.unshift(visit);
    if (!customer) nextTurn();
    return [201, visit];
  }],
  ['GET', `${S}/visits`, ({ query }) => page(state.visits.filter((each) => (!query.get('day') || each.day === query.get('day')) && (!query.get('standing') || each.standing === query.get('standing') || (query.get('standing') === 'overdue' && each.overdue)) && (!query.get('salesperson_id') || each.salesperson?.id === query.get('salesperson_id'))), query)],
  ['GET', `${S}/visits/([^/]+)`, ({ args }) => find(state.visits, args[1])],
  ['PUT', `${S}/visits/([^/]+)`, ({ args, body, version }) => {
    const visit = find(state.visits, args[1]);
    if (version !== visit.version) throw new Refused(412, 'changed_meanwhile', '别人刚改过。', { current: visit });
    const { model_id, ...rest } = body;
    return Object.assign(visit, rest, { model: model_id ? (({ id, name }) => ({ id, name }))(find(models, model_id)) : null, version: visit.version + 1 });
  }],
  ['POST', `${S}/visits/([^/]+)/departure`, ({ args }) => { const visit = find(state.visits, args[1]); visit.left_at = new Date().toISOString(); visit.minutes = 20; visit.version++; return visit; }],
  ['POST', `${S}/visits/([^/]+)/handover`, ({ args, body }) => Object.assign(find(state.visits, args[1]), { salesperson: nameOf(body.to) })],
  ['POST', `${S}/visits/([^/]+)/filing`, ({ args, body }) => {
    const visit = find(state.visits, args[1]);
    if (!body.customer.phone && !body.customer.wechat) throw new Refused(422, 'invalid', '请检查填写的内容。', { errors: [{ pointer: '/customer/phone', code: 'contact_required', detail: '至少要有电话或微信。' }] });
    const phone = body.customer.phone ? normalised(body.customer.phone) : null;
    let customer = state.customers.find((each) => phone && each.phone === phone);
    if (!customer) { customer = customerFrom({ ...body.customer, phone, salesperson: visit.salesperson, created_at: ago(0) }); state.customers.unshift(customer); }
    const model = body.model_id ? find(models, body.model_id) : null;
    const { test_drive, quote, trade_in, story = null, price_from = null, price_to = null, purchase_when, purchase_day = null } = body;
    return [201, close(visit, { standing: 'filed', customer: { id: customer.id, name: customer.name, phone: customer.phone }, model: model && { id: model.id, name: model.name }, test_drive, quote, trade_in, story, price_from, price_to, purchase_when, purchase_day })];
  }],
  ['POST', `${S}/visits/([^/]+)/unfiled`, ({ args, body }) => { const { model_id: _, ...rest } = body; return [201, close(find(state.visits, args[1]), { ...rest, standing: 'unfiled' })]; }],
  ['POST', `${S}/visits/([^/]+)/exclusion`, ({ args, actor, body }) => [201, close(find(state.visits, args[1]), { standing: 'exclusion_asked', exclusion_code: body.code, exclusion_asked_by: nameOf(actor) })]],
  ['POST', `${S}/visits/([^/]+)/exclusion/confirmation`, ({ args, actor }) => close(find(state.visits, args[1]), { standing: 'excluded', exclusion_confirmed_by: nameOf(actor) })],
  ['DELETE', `${S}/visits/([^/]+)/exclusion`, ({ args }) => Object.assign(find(state.visits, args[1]), { standing: 'open', exclusion_code: null, closed_at: null, can: openCan })],
  ['POST', `${S}/visits/([^/]+)/reopening`, ({ args }) => Object.assign(find(state.visits, args[1]), { standing: 'open', closed_at: null, can: openCan })],
  ['GET', `${S}/known-customer`, ({ query }) => {
    const phone = query.get('phone') ? normalised(query.get('phone')) : null;
    const customer = state.customers.find((each) => (phone && each.phone === phone) || (query.get('wechat') && each.wechat === query.get('wechat')));
    return { customer: customer ? { id: customer.id, name: customer.name, salesperson: customer.salesperson, visits: 3, last_visit_at: ago(9000) } : null, phone, phone_display: phone };
  }],
  ['GET', `${S}/duty`, () => ({ items: state.duty.filter((each) => each.on) })],
  ['PUT', `${S}/duty/([^/]+)`, ({ args, body }) => {
    const row = state.duty.find((each) => each.person.id === args[1]);
    if (row) row.on = body.on; else state.duty.push({ person: nameOf(args[1]), turns: 0, on_turn: false, busy: false, skipped: 0, on: true });
    if (row?.on_turn && !body.on) nextTurn();
    return { items: state.duty.filter((each) => each.on) };
  }],
  ['POST', `${S}/duty/([^/]+)/skip`, ({ args }) => { state.duty.find((each) => each.person.id === args[1]).skipped++; nextTurn(); return { items: state.duty.filter((each) => each.on) }; }],
  ['POST', `${S}/door-counts/taps`, ({ body }) => { state.tapped += body.parties; return { day: dayOf(Date.now()), hour: 14, parties: state.tapped }; }],
  ['GET', `${S}/staff`, ({ query }) => ({ items: people.filter((each) => each.name.includes(query.get('q') ?? '') && (!query.get('role') || each.roles.includes(query.get('role')))).map(({ id, name, roles }) => ({ id, name, roles })) })],
  ['GET', '/models', ({ query }) => page(models.filter((each) => each.name.toLowerCase().includes((query.get('q') ?? '').toLowerCase())), query)],
  ['GET', `${S}/channels`, () => ({ items: lists.channels })],
  ['GET', `${S}/reasons`, ({ query }) => ({ items: lists[query.get('list')] })],
  ['GET', '/search', ({ query }) => ({ items: state.customers.filter((each) => `${each.name}${each.phone}${each.plate}`.includes(query.get('q'))).map((each) => ({ kind: 'customer', id: each.id, store_id: each.store_id, store_name: stores[0].name, name: each.name, phone_display: each.phone, plate: each.plate, salesperson: each.salesperson })) })],
  ['GET', `${S}/customers`, ({ query }) => page(state.customers.filter((each) => `${each.name}${each.phone}`.includes(query.get('q') ?? '')).map((each) => ({ ...each, last_visit_at: customerOut(each).visits[0]?.arrived_at ?? null })), query)],
  ['GET', `${S}/customers/([^/]+)`, ({ args }) => customerOut(find(state.customers, args[1]))],
  ['PUT', `${S}/customers/([^/]+)`, ({ args, body, version }) => {
    const customer = find(state.customers, args[1]);
    if (version !== customer.version) throw new Refused(412, 'changed_meanwhile', '别人刚改过。', { current: customerOut(customer) });
    return customerOut(Object.assign(customer, body, { version: customer.version + 1 }));
  }],
  ['POST', `${S}/customers/([^/]+)/consents`, ({ args, actor, body }) => { const customer = find(state.customers, args[1]); customer.consents = [{ purpose: body.purpose, given: body.given, at: ago(0), by: nameOf(actor) }, ...customer.consents.filter((each) => each.purpose !== body.purpose)]; return customerOut(customer); }],
  ['GET', `${S}/prospects`, ({ query }) => page(state.cards.filter((each) => (!query.get('grade') || each.grade === query.get('grade')) && (!query.get('salesperson_id') || each.salesperson?.id === query.get('salesperson_id'))), query)],
  ['GET', `${S}/facts`, ({ query }) => page(state.facts.filter((each) => each.subject_id === query.get('subject_id')), query)],
];

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://x');
  const path = url.pathname.replace('/api/v1', '');
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = chunks.length ? JSON.parse(Buffer.concat(chunks).toString() || '{}') : {};
  const token = /guanxi_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const actor = state.sessions.get(token);
  const answer = (status, json, headers = {}) => response.writeHead(status, { 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json', ...headers }).end(json === undefined ? '' : JSON.stringify(json));
  try {
    if (path === '/setup') return answer(200, { needed: false });
    if (path === '/session' && request.method === 'POST') {
      const person = people.find((each) => each.login === body.login);
      if (!person) throw new Refused(401, 'wrong_login', '登录名或密码不对。');
      const next = randomUUID();
      state.sessions.set(next, person.id);
      return answer(200, me(person.id), { 'Set-Cookie': `guanxi_session=${next}; HttpOnly; Path=/` });
    }
    if (path === '/session' && request.method === 'DELETE') { state.sessions.delete(token); return answer(204); }
    if (!actor) throw new Refused(401, 'not_signed_in', '请先登录。');
    if (path === '/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': hello\n\n');
      state.events.add(response);
      return request.on('close', () => state.events.delete(response));
    }
    for (const [method, pattern, act] of routes) {
      const match = method === request.method && new RegExp(`^${pattern}$`).exec(path);
      if (!match) continue;
      const version = Number(/"(\d+)"/.exec(request.headers['if-match'] ?? '')?.[1]);
      const result = act({ actor, args: match.slice(1), body, query: url.searchParams, version });
      if (method !== 'GET') for (const listener of state.events) listener.write(`data: ${JSON.stringify({ store_id: stores[0].id, kind: 'Changed', subject_kind: 'visit', subject_id: '' })}\n\n`);
      return Array.isArray(result) ? answer(...result) : answer(result === undefined ? 204 : 200, result);
    }
    throw new Refused(404, 'not_found', `没有 ${request.method} ${path}`);
  } catch (error) {
    if (!(error instanceof Refused)) console.error(error);
    answer(error.status ?? 500, { type: 'about:blank', title: error.code ?? 'failure', status: error.status ?? 500, code: error.code ?? 'failure', detail: error.detail ?? String(error), errors: [], ...error.more });
  }
}).listen(port, '127.0.0.1', () => console.log(`fake server on http://127.0.0.1:${port}`));
