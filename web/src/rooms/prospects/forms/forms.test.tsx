// @vitest-environment happy-dom
import type { Language, Me } from '@platform/api/types';
import { cleanup, screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { card } from '../../../testing/cards';
import { chen, me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import DayFormPage from './DayFormPage';
import MonthFormPage from './MonthFormPage';
import type { DayForm, MonthForm } from './types';

// Whole forms of a month and a day take their time to be drawn.
vi.setConfig({ testTimeout: 20_000 });

const here = `/stores/${store.id}/prospects`;
const manager: Me = { ...me, rights: ['prospects.read', 'customers.read'] };
const month: MonthForm = {
  ...{ salesperson: chen, month: '2026-03-01', days: 31, left_out: 0 },
  rows: [
    {
      card: card(),
      source: 'R',
      grade_before: 'A',
      days: [
        { day: 2, planned: true, grade: null, reached: null },
        { day: 3, planned: true, grade: 'H', reached: true },
        { day: 4, planned: false, grade: 'H', reached: false },
      ],
      result: 'carried_over',
      grade_after: 'H',
    },
  ],
};
const day: DayForm = {
  ...{ salesperson: chen, day: '2026-03-02' },
  lines: [
    {
      at: '2026-03-02T02:00:00.000Z',
      customer: card().customer,
      model: card().model,
      ...{ source: 'S', purpose: 'promote', way: 'call', reached: true, grade_before: 'B', grade_after: 'H' },
      ...{ standing: 'following', said: '说周末来订', next_on: '2026-03-04', card_id: card().id },
    },
  ],
  totals: (['N', 'H', 'A', 'B', 'C'] as const).map((grade, at) => ({
    ...{ grade, carried: at, opened: 1, ordered: 0, lost: 0, at_end: at + 1 },
  })),
};

async function look(page: React.ReactNode, path: string, language: Language = 'zh', who = manager) {
  const asked = answer({
    [`GET ${here}/month-form`]: month,
    [`GET ${here}/day-form`]: day,
    [`GET /stores/${store.id}/staff`]: { items: [chen] },
  });
  await render(page, { me: who, path, language });
  await screen.findByRole('table', undefined, { timeout: 5000 }).catch(() => screen.findAllByRole('table'));
  return asked;
}

it('draws a ring where a contact was planned, and the grade that it left', async () => {
  const asked = await look(<MonthFormPage />, '/prospects/month?day=2026-03-15');
  const row = screen.getByRole('rowheader').closest('tr') as HTMLElement;
  const cells = [...row.children].map((each) => each.textContent.trim());
  expect(cells.slice(0, 9)).toEqual(['1', '王小明138 0013 8000', '云岭 5', 'R', 'A', '', '', 'H', '(H)']);
  expect(cells.at(-1)).toBe('结转 H');
  expect(row.querySelectorAll('[title="计划联系"]')).toHaveLength(2);
  expect(cells).toHaveLength(5 + 31 + 1);
  const { query } = asked.find(({ path }) => path === `${here}/month-form`) ?? {};
  expect(Object.fromEntries(query ?? [])).toEqual({ day: '2026-03-01', salesperson_id: chen.id });
});

const named: Me = {
  ...manager,
  stores: [{ ...store, grade_labels: { N: '未', H: '1', A: '2', B: '温', C: null } }],
};

it('says the grades of a month and a day as the store calls them', async () => {
  await look(<MonthFormPage />, '/prospects/month?day=2026-03-15', 'zh', named);
  const row = screen.getByRole('rowheader').closest('tr') as HTMLElement;
  const cells = [...row.children].map((each) => each.textContent.trim());
  expect(cells.slice(4, 9)).toEqual(['2', '', '', '1', '(1)']);
  expect(cells.at(-1)).toBe('结转 1');
  expect(screen.getByText(/ 1 联系后级别 \(1\) 没联系上/)).toBeTruthy();
  cleanup();
  await look(<DayFormPage />, '/prospects/day?day=2026-03-02', 'zh', named);
  const [lines, totals] = screen.getAllByRole('table') as [HTMLElement, HTMLElement];
  expect(within(lines).getByText('温 → 1')).toBeTruthy();
  const heads = within(totals).getAllByRole('columnheader');
  expect(heads.map((head) => head.textContent)).toEqual(['级别', '未', '1', '2', '温', 'C', '合计']);
});

it.each([
  ['zh', '促进', 'B → H', '合计', '当日结存'],
  ['en', 'promote', 'B → H', 'All', 'At the end'],
] as const)('tells a day by contacts and counts (%s)', async (language, purpose, moved, sum, end) => {
  await look(<DayFormPage />, '/prospects/day?day=2026-03-02', language);
  const [lines, totals] = screen.getAllByRole('table') as [HTMLElement, HTMLElement];
  const line = within(lines).getAllByRole('row')[1];
  expect(line?.textContent).toContain(purpose);
  expect(line?.textContent).toContain(moved);
  expect(line?.textContent).toContain('说周末来订');
  expect(within(totals).getByText(sum)).toBeTruthy();
  const ends = within(totals).getByRole('rowheader', { name: end }).closest('tr');
  expect([...(ends?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '15',
  ]);
});
