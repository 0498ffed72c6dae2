// @vitest-environment happy-dom
import type { Me } from '@platform/api/types';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { chen, li, me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import ReassignPage from './ReassignPage';
import type { CardHolder, NewReassignment } from './types';

const here = `/stores/${store.id}/prospects`;
const manager: Me = { ...me, rights: ['prospects.read', 'prospects.manage', 'customers.read'] };
const wu = { id: '01900000-0000-7000-8000-000000000013', name: '吴敏' };
const holders: CardHolder[] = [
  {
    salesperson: chen,
    sells_here: true,
    cards: 4,
    buckets: [
      { bucket: 'H', cards: 3 },
      { bucket: 'ordered', cards: 1 },
    ],
  },
  { salesperson: li, sells_here: true, cards: 10, buckets: [{ bucket: 'B', cards: 10 }] },
  { salesperson: wu, sells_here: true, cards: 0, buckets: [] },
];

async function look(more: Record<string, unknown> = {}) {
  const asked = answer({ [`GET ${here}/holders`]: { items: holders }, ...more });
  await render(<ReassignPage />, { me: manager, path: '/prospects/reassign' });
  return asked;
}
const rowOf = (name: string) =>
  [...(screen.getByRole('rowheader', { name }).closest('tr')?.querySelectorAll('td') ?? [])].map(
    (cell) => cell.textContent,
  );

it('leads from the person over the preview to one request', async () => {
  const asked = await look({
    [`POST ${here}/reassignments`]: ({ body }: { body: NewReassignment }) => ({
      status: 201,
      body: {
        ...{ id: body.id, from: chen, reason: body.reason, by: me, at: '2026-03-02T02:00:00.000Z' },
        given: [
          { salesperson: li, cards: 2 },
          { salesperson: wu, cards: 2 },
        ],
        accesses_ended: true,
      },
    }),
  });
  expect(await screen.findByText('H 3 · 已订 1')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /陈伟/ }));
  await userEvent.click(screen.getByLabelText('离职'));
  expect(screen.getByText('陈伟离职后不能再留着卡，还有 4 张没有交出去。')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '全部平均分给所有同事' }));
  expect(rowOf('李娜')).toEqual(['10', '+2', '12']);
  expect(rowOf('吴敏')).toEqual(['0', '+2', '2']);
  expect(rowOf('陈伟')).toEqual(['4', '-4', '0']);
  await userEvent.click(screen.getByRole('button', { name: '转交 4 张卡' }));
  const dialog = await screen.findByRole('dialog', { name: '转交陈伟的 4 张卡？' });
  expect(within(dialog).getByText(/账号会马上停用/)).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: '转交并停用账号' }));
  await screen.findByText('陈伟的 4 张卡已经转交');
  expect(screen.getByText('陈伟的账号已停用，所有设备已退出登录。')).toBeTruthy();
  const sent = asked.filter(({ method }) => method === 'POST');
  expect(sent).toHaveLength(1);
  expect(sent[0]?.body).toMatchObject({
    from: chen.id,
    reason: 'leaving',
    shares: [
      { bucket: 'H', cards: 3, to: [li.id, wu.id] },
      { bucket: 'ordered', cards: 1, to: [li.id, wu.id] },
    ],
  });
});

it('reads the cards again when they have changed meanwhile, and says so', async () => {
  const asked = await look({
    [`POST ${here}/reassignments`]: () => ({
      status: 409,
      body: { code: 'cards_have_changed', detail: '这期间卡有了变化，请重新看一遍再确认。' },
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: /陈伟/ }));
  await userEvent.click(screen.getByRole('button', { name: '全部平均分给所有同事' }));
  await userEvent.click(screen.getByRole('button', { name: '转交 4 张卡' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '转交' }));
  await screen.findByText('这期间卡有了变化，请重新看一遍再确认。');
  expect(asked.filter(({ path }) => path === `${here}/holders`)).toHaveLength(2);
});

it('names single cards apart from their kind', async () => {
  await look({
    [`GET ${here}`]: {
      items: [
        {
          ...{ id: 'k1', store_id: store.id, grade: 'H', standing: 'following', next: null, model: null },
          customer: { id: 'c1', name: '王小明', phone: null, wechat: null },
        },
      ],
      next_cursor: null,
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: /陈伟/ }));
  await userEvent.click(screen.getByRole('button', { name: '有的卡单独指定' }));
  await userEvent.click(await screen.findByRole('combobox', { name: '王小明的卡交给谁' }));
  await userEvent.click(await screen.findByRole('option', { name: '吴敏' }));
  expect(rowOf('吴敏')).toEqual(['0', '+1', '1']);
  expect(screen.getByText('2 张')).toBeTruthy(); // of three, one has a name of its own
});
