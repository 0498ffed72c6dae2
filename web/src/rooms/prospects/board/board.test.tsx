// @vitest-environment happy-dom
import type { Card, Me } from '@platform/api/types';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Address, addressNow } from '../../../testing/address';
import { lead } from '../../../testing/leads';
import { chen, me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import ProspectsPage from '../ProspectsPage';
import BoardPage from './BoardPage';
import { nothing } from './counts';
import type { Board } from './types';

const here = `/stores/${store.id}`;
const manager: Me = { ...me, rights: ['prospects.read', 'prospects.manage', 'customers.read'] };

const card = (change: Partial<Card> = {}): Card =>
  ({
    id: '01900000-0000-7000-8000-000000000091',
    store_id: store.id,
    customer: { id: '01900000-0000-7000-8000-000000000092', name: '王小明', phone: null, wechat: 'xm' },
    grade: 'H',
    standing: 'following',
    salesperson: chen,
    model: null,
    price_from: null,
    price_to: null,
    purchase_when: 'this_month',
    expected_on: null,
    next: null,
    can: [],
    ...change,
  }) as Card;

const askedLoss = (lost: Card) => ({
  card: lost,
  why: '买了别家的',
  by: chen,
  at: '2026-03-03T06:30:00.000Z',
});

const counts = { open: 3, overdue: 2, due: 1, untouched: 1, silent: 0 };
const board = (change: Partial<Board> = {}): Board => ({
  now: '2026-03-04T00:30:00.000Z',
  day: '2026-03-04',
  counts,
  people: [{ salesperson: chen, counts, grades: [{ grade: 'H', counts }], done: 4 }],
  loss_asked: [],
  deliveries: [],
  appointments: [],
  leads: [],
  away: [],
  ...change,
});

async function look(told: Board, more: Record<string, unknown> = {}) {
  const asked = answer({ [`GET ${here}/prospects/board`]: told, ...more });
  await render(
    <>
      <BoardPage />
      <Address />
    </>,
    { me: manager, path: '/board' },
  );
  await screen.findByText('等您决定的战败');
  return asked;
}

it('opens the cards behind a number, and says how many they are', async () => {
  const asked = await look(board(), {
    [`GET ${here}/prospects`]: { items: [card(), card({ id: '2' })], next_cursor: null },
  });
  await userEvent.click(screen.getByLabelText('陈伟 · H 级，一周内买 · 逾期 2'));
  const behind = await screen.findByRole('dialog', { name: '陈伟 · H 级 · 逾期 · 2 张卡' });
  expect(await within(behind).findAllByRole('listitem')).toHaveLength(2);
  expect(addressNow().get('list')).toBe(`overdue~H~${chen.id}`);
  const { query } = asked.find(({ path }) => path === `${here}/prospects`) ?? { query: null };
  expect(Object.fromEntries(query ?? [])).toMatchObject({
    ...{ attention: 'overdue', grade: 'H', salesperson_id: chen.id },
  });
  expect(within(behind).getByRole('link', { name: '到潜客页看这些卡' }).getAttribute('href')).toBe(
    `/prospects?standing=all&attention=overdue&grade=H&person=${chen.id}`,
  );
});

it('shows all open cards by what has become of them, and no heading without cards', async () => {
  await look(board(), {
    [`GET ${here}/prospects`]: ({ query }: { query: URLSearchParams }) => ({
      body: {
        items: query.get('standing') === 'ordered' ? [] : [card({ id: query.get('standing') ?? '' })],
        next_cursor: null,
      },
    }),
  });
  await userEvent.click(screen.getByLabelText('全店 · 在跟 3'));
  const behind = await screen.findByRole('dialog', { name: '全店 · 在跟 · 3 张卡' });
  await within(behind).findByRole('heading', { name: '战败待审' });
  expect(within(behind).getByRole('heading', { name: '跟进中' })).toBeTruthy();
  expect(await within(behind).findAllByRole('listitem')).toHaveLength(2);
  expect(within(behind).queryByRole('heading', { name: '已订，等交车' })).toBeNull();
});

it('does not offer a list of the cards that nobody looks after', async () => {
  await look(board({ people: [{ salesperson: null, counts, grades: [{ grade: 'H', counts }], done: 0 }] }));
  const row = screen.getByRole('rowheader', { name: '还没有人负责' }).closest('tr');
  expect(row && within(row).queryAllByRole('link')).toEqual([]);
  expect(row?.textContent).toContain('3');
});

it('lets a manager decide on a loss, and reads the board again', async () => {
  const lost = card({ standing: 'loss_asked', can: ['approve_loss', 'reject_loss'] });
  let decided = false;
  const asked = await look(board(), {
    [`GET ${here}/prospects/board`]: () => ({
      body: board({ loss_asked: decided ? [] : [askedLoss(lost)] }),
    }),
    [`POST ${here}/prospects/${lost.id}/loss/rejection`]: () => {
      decided = true;
      return { body: card() };
    },
  });
  await userEvent.click(screen.getByRole('button', { name: '退回 · 王小明' }));
  expect(await screen.findByText('没有等着决定的战败。')).toBeTruthy();
  expect(await screen.findByText('已退回，王小明接着跟进')).toBeTruthy();
  expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

it('shows who waits to those who may not decide, without buttons', async () => {
  await look(board({ loss_asked: [askedLoss(card({ standing: 'loss_asked' }))] }));
  expect(screen.getByText('王小明')).toBeTruthy();
  expect(screen.getByText('买了别家的')).toBeTruthy();
  expect(screen.getByText(/^陈伟 .*3月3日.* 14:30 申请$/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /退回/ })).toBeNull();
});

it('says how late a promised car is', async () => {
  await look(
    board({
      deliveries: [
        { card: card(), deliver_on: '2026-03-01', late: true },
        { card: card({ id: '2' }), deliver_on: '2026-03-04', late: false },
      ],
    }),
  );
  expect(screen.getByText('晚了 3 天')).toBeTruthy();
  expect(screen.getByText('今天')).toBeTruthy();
});

it('explains in the beginning what will stand here', async () => {
  await look(board({ counts: nothing, people: [] }));
  expect(screen.getByText('还没有在跟的潜客')).toBeTruthy();
  expect(screen.getByText('没有等着决定的战败。')).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});

it('reopens a list of prospects from its address, and takes the filter away', async () => {
  const asked = answer({
    [`GET ${here}/prospects`]: { items: [], next_cursor: null },
    [`GET ${here}/staff`]: { items: [] },
  });
  await render(
    <>
      <ProspectsPage />
      <Address />
    </>,
    { me: manager, path: '/prospects?attention=silent&grade=A' },
  );
  await userEvent.click(await screen.findByRole('button', { name: '不再只看“30 天没联系上”' }));
  expect(addressNow().get('attention')).toBeNull();
  expect(addressNow().get('grade')).toBe('A');
  const attentions = asked
    .filter(({ path }) => path === `${here}/prospects`)
    .map(({ query }) => query.get('attention'));
  expect(attentions).toEqual(['silent', null]);
});

it('shows leads that nobody has answered, and who is away with what falls due', async () => {
  await look(
    board({
      leads: [lead({ state: 'breached' })],
      away: [{ person: chen, until: '2026-03-06', due: 3 }],
    }),
  );
  const leads = screen.getByRole('heading', { name: /^超时未联系的线索/ }).closest('section') as HTMLElement;
  expect(within(leads).getByRole('link', { name: '王小明' }).getAttribute('href')).toBe(
    `${here}/prospects/${lead().card_id}`,
  );
  const away = screen.getByRole('heading', { name: /^今天不在/ }).closest('section') as HTMLElement;
  expect(within(away).getByText('到期 3')).toBeTruthy();
  expect(within(away).getByRole('link').getAttribute('href')).toBe(`/prospects?person=${chen.id}`);
});
