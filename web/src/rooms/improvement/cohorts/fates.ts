import type { CohortAge, Outcome } from '../types';

/** Where somebody may stand, best first; the colours are those of the hundred. */
export const fates = ['closed', 'follow_up', 'lost', 'unfiled'] as const;
export type Fate = (typeof fates)[number];

export const ages = [7, 15, 30, 60, 90];
const usualAge = 30;

/** Only what the server counts: the address may say anything. */
export const readAge = (text: string | null) => ages.find((age) => String(age) === text) ?? usualAge;

/** The tallies tell those with a contact as one. */
export const outcomeOf = (fate: Fate): Outcome => (fate === 'unfiled' ? 'unfiled' : 'filed');

export const ageIn = (all: CohortAge[], days: number) => all.find((age) => age.days === days);

/** Who stands behind a number: those of a month, at an age, in a place. */
export type Behind = { month: string; days: number; fate: Fate };

const between = '~';

export const writeBehind = ({ month, days, fate }: Behind) => [month, days, fate].join(between);

export function readBehind(text: string | null): Behind | null {
  const [month = '', days = '', fate = ''] = (text ?? '').split(between);
  const known = fates.find((each) => each === fate);
  const age = ages.find((each) => String(each) === days);
  return known && age && /^\d{4}-\d\d$/.test(month) ? { month, days: age, fate: known } : null;
}
