import type { Grade } from '@platform/api/types';
import type { Board, BoardCounts, BoardPerson } from './types';

/** As the morning goes through them: first who has to be graded, then the hottest. */
export const columns: Grade[] = ['N', 'H', 'A', 'B', 'C'];

export const nothing: BoardCounts = { open: 0, overdue: 0, due: 0, untouched: 0, silent: 0 };

/** The server leaves out grades without cards. */
export const countsOf = (person: BoardPerson, grade: Grade): BoardCounts =>
  person.grades.find((each) => each.grade === grade)?.counts ?? nothing;

/** The whole store's cards of one grade. */
export const totalOf = ({ people }: Board, grade: Grade): BoardCounts =>
  people.map((person) => countsOf(person, grade)).reduce(plus, nothing);

export const doneToday = ({ people }: Board) => people.reduce((sum, { done }) => sum + done, 0);

const plus = (a: BoardCounts, b: BoardCounts): BoardCounts => ({
  open: a.open + b.open,
  overdue: a.overdue + b.overdue,
  due: a.due + b.due,
  untouched: a.untouched + b.untouched,
  silent: a.silent + b.silent,
});

export type Piece = { what: 'untouched' | 'overdue' | 'due' | 'later'; percent: number };

/** The open cards as one bar, worst first. Whoever is untouched is overdue as well, and is drawn once. */
export function barOf({ open, overdue, due, untouched }: BoardCounts): Piece[] {
  const pieces = {
    untouched,
    overdue: overdue - untouched,
    due,
    later: open - overdue - due,
  };
  return (['untouched', 'overdue', 'due', 'later'] as const)
    .map((what) => ({ what, percent: open > 0 ? (100 * pieces[what]) / open : 0 }))
    .filter(({ percent }) => percent > 0);
}
