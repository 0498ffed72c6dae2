// @vitest-environment happy-dom
import type { Duplicate, DuplicateSide, Merge } from '@platform/api/types';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { card } from '../../../testing/cards';
import { chen, li, me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import { differing, usual } from './choosing';
import DuplicatesPage from './DuplicatesPage';

const side = (change: Partial<DuplicateSide>): DuplicateSide => ({
  id: 'c1',
  name: '王小明',
  sex: null,
  phone: '+8613800138000',
  phone_display: '138 0013 8000',
  wechat: null,
  plate: '浙A12345',
  email: null,
  further: [],
  salesperson: chen,
  created_at: '2026-02-01T02:00:00.000Z',
  last_visit_at: '2026-03-01T02:00:00.000Z',
  visits: 2,
  card: card(),
  version: 4,
  ...change,
});
const pair: Duplicate = {
  id: 'd1',
  score: 70,
  because: ['same_plate', 'near_in_time'],
  found_at: '2026-03-02T02:00:00.000Z',
  first: side({}),
  second: side({
    id: 'c2',
    name: '小王',
    phone: '+8613900139000',
    phone_display: '139 0013 9000',
    wechat: 'xiaowang',
    salesperson: li,
    created_at: '2026-02-20T02:00:00.000Z',
    card: card({ id: 'k2', salesperson: li }),
    version: 7,
  }),
  salesperson: 'first',
  open_card: 'first',
  both_open: true,
  both_ordered: false,
  version: 11,
};
const merge: Merge = {
  id: 'm1',
  at: '2026-03-02T02:00:00.000Z',
  by: { id: me.id, name: me.name },
  customer: { id: 'c1', name: '王小明' },
  customer_was: '王小明',
  merged: '小王',
  undone_at: null,
  undone_by: null,
  no_undo: null,
};
const here = `/stores/${store.id}`;
const page = (items: Duplicate[]) => ({ count: items.length, items, next_cursor: null });
const manager = {
  ...me,
  rights: ['prospects.read', 'prospects.manage', 'customers.read'] as typeof me.rights,
};

it('offers a choice only where the two differ, and what happens by itself', () => {
  expect(differing(pair)).toEqual(['name', 'phone', 'salesperson']);
  expect(usual(pair, 'name')).toBe('first');
  expect(usual(pair, 'wechat')).toBe('second'); // the only one there is
  expect(usual({ ...pair, salesperson: 'second' }, 'salesperson')).toBe('second');
});

it('shows both side by side and merges with what was chosen', async () => {
  const asked = answer({
    [`GET ${here}/duplicates`]: page([pair]),
    [`GET ${here}/merges`]: { items: [] },
    [`POST ${here}/duplicates/d1/merge`]: () => ({ status: 201, body: merge }),
  });
  await render(<DuplicatesPage />, { me: manager });
  await screen.findByText('车牌相同，建档相隔不到一个月');
  expect(screen.getByText(/合并后只留一张，另一张记为已合并/)).toBeTruthy();
  expect(screen.getAllByRole('radio')).toHaveLength(6);
  await userEvent.click(screen.getByRole('radio', { name: '139 0013 9000' }));
  await userEvent.click(screen.getByRole('button', { name: '合并为一位客户' }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
      keep: { phone: 'second' },
    }),
  );
});

it('does not merge two with open orders, and tells two people apart', async () => {
  const asked = answer({
    [`GET ${here}/duplicates`]: page([{ ...pair, both_ordered: true }]),
    [`GET ${here}/merges`]: { items: [] },
    [`POST ${here}/duplicates/d1/difference`]: {},
  });
  await render(<DuplicatesPage />, { me: manager });
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: '合并为一位客户' });
  expect(button.disabled).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: '不是同一个人' }));
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/difference'))).toBe(true));
});

it('says what can be taken back, and what no longer can', async () => {
  const asked = answer({
    [`GET ${here}/duplicates`]: page([]),
    [`GET ${here}/merges`]: {
      items: [
        merge,
        { ...merge, id: 'm2', no_undo: 'something_new' },
        { ...merge, id: 'm3', no_undo: 'undone', undone_at: merge.at, undone_by: chen },
      ],
    },
    [`POST ${here}/merges/m1/undo`]: merge,
  });
  await render(<DuplicatesPage />, { me: manager });
  await screen.findByText('没有可能重复的客户');
  expect(await screen.findAllByText(/小王 并入 王小明/)).toHaveLength(3);
  expect(screen.getByText(/之后有了新的记录，不能再撤销/)).toBeTruthy();
  expect(screen.getByText(/陈伟 于 .* 撤销/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '撤销合并' }));
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/merges/m1/undo'))).toBe(true));
});
