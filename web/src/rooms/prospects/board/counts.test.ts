import { expect, it } from 'vitest';
import { chen, li } from '../../../testing/people';
import { barOf, countsOf, doneToday, nothing, totalOf } from './counts';
import type { Board, BoardCounts, BoardPerson } from './types';

const counts = (open: number, overdue = 0, due = 0, untouched = 0, silent = 0): BoardCounts => ({
  ...{ open, overdue, due, untouched, silent },
});
const person = (change: Partial<BoardPerson>): BoardPerson => ({
  ...{ salesperson: chen, counts: nothing, grades: [], done: 0 },
  ...change,
});
const people = [
  person({ grades: [{ grade: 'H', counts: counts(9, 4, 2, 1, 3) }], done: 5 }),
  person({
    salesperson: li,
    grades: [
      { grade: 'N', counts: counts(2) },
      { grade: 'H', counts: counts(1, 1, 0, 0, 1) },
    ],
    done: 2,
  }),
];
const board = { people } as Board;

it('has nothing of a grade of which somebody has no cards', () => {
  expect(people.map((each) => countsOf(each, 'N').open)).toEqual([0, 2]);
});

it('adds everybody up by grade, and what was done', () => {
  expect(totalOf(board, 'H')).toEqual(counts(10, 5, 2, 1, 4));
  expect(totalOf(board, 'C')).toEqual(nothing);
  expect(doneToday(board)).toBe(7);
});

it('draws every open card once, the worst first', () => {
  const bar = barOf(counts(10, 4, 2, 1, 9));
  expect(bar).toEqual([
    { what: 'untouched', percent: 10 },
    { what: 'overdue', percent: 30 },
    { what: 'due', percent: 20 },
    { what: 'later', percent: 40 },
  ]);
  expect(barOf(counts(3, 3, 0, 3))).toEqual([{ what: 'untouched', percent: 100 }]);
  expect(barOf(nothing)).toEqual([]);
});
