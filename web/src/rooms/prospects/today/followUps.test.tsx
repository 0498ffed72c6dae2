// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { dropParcel, sendParcel } from '@platform/drafts/outbox';
import type { Card } from '@platform/api/types';
import { addDays, dayOf } from '@platform/format/dates';
import { readSession, signOut } from '@platform/session/api';
import { expect, it } from 'vitest';
import { card } from '../../../testing/cards';
import { chen, me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer, cutLine } from '../../../testing/server';
import { parcelOf } from '../following/parcels';
import { FollowUps } from './FollowUps';

const today = dayOf(Date.now(), store.time_zone);
const next = (on: string, more: Partial<NonNullable<Card['next']>> = {}) => ({
  at: `${on}T15:59:59.999Z`,
  on,
  timed: false,
  overdue: on < today,
  way: null,
  promise: null,
  ...more,
});
const late = card({ id: 'c1', next: next(addDays(today, -3), { promise: '发报价单' }), tries: 3 });
const now = card({ id: 'c2', customer: { ...late.customer, name: '李雷' }, next: next(today) });
const list = (items: Card[], more = {}) => ({
  ...{ now: new Date().toISOString(), day: today, overdue: 1, due: 1, done: 2 },
  ...{ appointments: [], items, next_cursor: null },
  ...more,
});
const path = `/stores/${store.id}/prospects/due`;
const seller = { ...me, rights: ['prospects.own', 'prospects.follow'] as typeof me.rights };
const manager = { ...me, rights: ['prospects.read', 'prospects.manage'] as typeof me.rights };
const rows = async () =>
  (await screen.findAllByRole('button', { name: /^跟进 / })).map((each) => each.getAttribute('aria-label'));

it('shows the overdue first, how late, what was promised and how often they were missed', async () => {
  answer({ [`GET ${path}`]: list([late, now]) });
  await render(<FollowUps />, { me: seller });
  await screen.findByText('逾期 1');
  expect(screen.getByText('今天 1')).toBeTruthy();
  expect(screen.getByText(/已跟进 2/)).toBeTruthy();
  expect(screen.getByText('逾期 3 天 ·')).toBeTruthy();
  expect(screen.getByText(/答应：发报价单/)).toBeTruthy();
  expect(screen.getByText('连续 3 次没联系上')).toBeTruthy();
  expect(screen.getByRole('link', { name: '王小明' }).getAttribute('href')).toBe(
    `/stores/${store.id}/prospects/c1`,
  );
  expect(screen.getByRole('link', { name: '给 李雷 打电话' }).getAttribute('href')).toBe('tel:13800138000');
});

it('reads on page by page', async () => {
  answer({
    [`GET ${path}`]: ({ query }: { query: URLSearchParams }) => ({
      body: query.get('cursor') === 'more' ? list([now]) : list([late], { next_cursor: 'more' }),
    }),
  });
  await render(<FollowUps />, { me: seller });
  expect(await rows()).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: '再看一些' }));
  await waitFor(async () => expect(await rows()).toHaveLength(2));
});

it('lets who leads look at one salesperson, and says what belongs here when there is nothing', async () => {
  const asked = answer({
    [`GET ${path}`]: ({ query }: { query: URLSearchParams }) => ({
      body: query.get('salesperson_id') ? list([], { done: 0 }) : list([late]),
    }),
    [`GET /stores/${store.id}/staff`]: { items: [chen] },
  });
  await render(<FollowUps />, { me: manager });
  await screen.findByText('全店今天要跟进的客户');
  await userEvent.click(screen.getByRole('combobox', { name: '负责的销售顾问' }));
  await userEvent.click(await screen.findByRole('option', { name: '陈伟' }));
  await screen.findByText('今天没有要跟进的客户');
  expect(asked.at(-1)?.query.get('salesperson_id')).toBe(chen.id);
});

it('is not there for who sees no prospects', async () => {
  const asked = answer({});
  await render(<FollowUps />, { me: { ...me, rights: ['visits.read'] } });
  expect(screen.queryByRole('heading')).toBeNull();
  expect(asked).toEqual([]);
});

it('shows the list that was read last when there is no network, until one signs out', async () => {
  answer({ [`GET ${path}`]: list([late, now]) });
  const { unmount } = await render(<FollowUps />, { me: seller });
  expect(await rows()).toHaveLength(2);
  unmount();
  answer({ [`GET ${path}`]: cutLine, 'DELETE /session': {} });
  const again = await render(<FollowUps />, { me: seller });
  await screen.findByText(/现在连不上服务器，这是 .* 的名单/);
  expect(await rows()).toEqual(['跟进 王小明', '跟进 李雷']);
  expect(screen.getByText('逾期 1')).toBeTruthy();
  again.unmount();
  await signOut();
  await render(<FollowUps />, { me: seller });
  await screen.findByText('现在连不上服务器，看不到今天要跟进谁。');
  expect(screen.queryAllByRole('button', { name: /^跟进 / })).toHaveLength(0);
});

it('keeps no list once the server says that the session has ended', async () => {
  answer({ [`GET ${path}`]: list([late]) });
  const { unmount } = await render(<FollowUps />, { me: seller });
  expect(await rows()).toHaveLength(1);
  unmount();
  expect(JSON.stringify(localStorage)).toContain('王小明');
  answer({ 'GET /session': () => ({ status: 401, body: { code: 'signed_out' } }) });
  expect(await readSession()).toBeNull();
  expect(JSON.stringify(localStorage)).not.toContain('王小明');
});

it('shows what waits to be sent in place of the row it is about', async () => {
  const post = `/stores/${store.id}/prospects/c1/follow-ups`;
  answer({ [`GET ${path}`]: list([late, now]), [`POST ${post}`]: cutLine });
  const body = { id: 'f1', way: 'call' as const, reached: false, ending: 'next' as const, next_on: today };
  await sendParcel(parcelOf(late, me.id, body));
  await render(<FollowUps />, { me: seller });
  const waiting = await screen.findByRole('list', { name: '还没发出的跟进' });
  expect(within(waiting).getByText('王小明')).toBeTruthy();
  expect(within(waiting).getByText('等待发出，已存在这台设备上')).toBeTruthy();
  expect(await rows()).toEqual(['跟进 李雷']);
  dropParcel('f1');
});
