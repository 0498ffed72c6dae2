import type { Today } from '@platform/api/types';
import { expect, it } from 'vitest';
import { chen, li, visit } from '../../../testing/people';
import { byPerson, leftOpen } from './unclosed';

const older = visit({ id: '1', day: '2026-03-01', salesperson: li });
const yesterday = visit({ id: '2', day: '2026-03-02', salesperson: li });
const nobodys = visit({ id: '3', day: '2026-03-02', salesperson: null });
const now = visit({ id: '4', day: '2026-03-03', salesperson: chen });

it('counts a visit of the days before once, and those of today not at all', () => {
  const today = { day: '2026-03-03', overdue: [older], open: [older, yesterday, nobodys, now] } as Today;
  expect(leftOpen(today).map(({ id }) => id)).toEqual(['1', '2', '3']);
});

it('says whose they are, the most first', () => {
  expect(byPerson([nobodys, older, yesterday])).toEqual([
    { id: li.id, name: li.name, count: 2 },
    { id: '', name: null, count: 1 },
  ]);
});
