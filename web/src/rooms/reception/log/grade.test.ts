import { expect, it } from 'vitest';
import { gradeOnDay } from './grade';

const said = (
  purchase_when: Parameters<typeof gradeOnDay>[0]['purchase_when'],
  named: string | null = null,
) => gradeOnDay({ day: '2026-03-10', purchase_when, purchase_day: named });

it.each([
  ['this_week', null, 'H'],
  ['this_month', null, 'B'],
  ['next_month', null, 'C'],
  ['unknown', null, 'N'],
  ['date', '2026-03-17', 'H'],
  ['date', '2026-03-25', 'A'],
  ['date', '2026-04-09', 'B'],
  ['date', '2026-04-10', 'C'],
] as const)('grades %s %s on 10 March as %s', (when, day, grade) => {
  expect(said(when, day)).toBe(grade);
});

it('leaves visits without a time of purchase blank', () => expect(said(null)).toBeNull());

it('reads the end of a month over the turn of a year', () => {
  expect(gradeOnDay({ day: '2026-12-28', purchase_when: 'this_month', purchase_day: null })).toBe('H');
  expect(gradeOnDay({ day: '2026-12-28', purchase_when: 'next_month', purchase_day: null })).toBe('C');
});
