import type { DatedRules, Field, Rules, RulesPage } from './types';

/** As they are read: first how a grade is told from the day of buying, then how often each is followed up. */
export const parts = {
  windows: ['h_days', 'a_days', 'b_days', 'grace_days'],
  cadence: ['after_visit', 'every_n', 'every_h', 'every_a', 'every_b', 'every_c', 'every_ordered'],
} as const satisfies Record<string, Field[]>;

export const fields: Field[] = [...parts.windows, ...parts.cadence];

/** What will hold on a day, today or later. The latest that was set for it or for a day before it. */
export function rulesOn({ today, set }: RulesPage, day: string): Rules {
  const dated = set.find(({ from_day }) => from_day !== null && from_day <= day);
  return (dated ?? today).rules;
}

export type Change = { field: Field; from: number; to: number };

export const changesBetween = (before: Rules, after: Rules): Change[] =>
  fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }));

export type Entry = {
  dated: DatedRules;
  state: 'ahead' | 'holds' | 'past';
  /** Nothing: what held before is not known any more. */
  changes: Change[] | null;
};

/** Everything that was ever set, the latest first, each with what it changed. */
export function historyOf({ today, set }: RulesPage, day: string): Entry[] {
  const first = today.from_day === null ? today.rules : null;
  return set.map((dated, at) => {
    const before = set[at + 1]?.rules ?? first;
    return {
      dated,
      state: (dated.from_day ?? '') > day ? 'ahead' : dated.from_day === today.from_day ? 'holds' : 'past',
      changes: before && changesBetween(before, dated.rules),
    };
  });
}

/** A form may have emptied a number; the server says so at its field. */
export type Typed = Record<Field, number | ''>;

export const sent = (typed: Typed) =>
  Object.fromEntries(fields.map((field) => [field, typed[field] === '' ? null : typed[field]]));
