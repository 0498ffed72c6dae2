import type { Grade } from '@platform/api/types';
import { columns } from './counts';
import type { Attention, Measure } from './types';

/** Which cards stand behind a number of the board. */
export type Listing = { measure: Measure; grade: Grade | null; person: string | null };

export const attentions: Attention[] = ['overdue', 'due', 'untouched', 'silent'];
const measures: Measure[] = ['open', ...attentions];
const between = '~';

export const readAttention = (text: string | null): Attention | null =>
  attentions.find((each) => each === text) ?? null;

export const writeListing = ({ measure, grade, person }: Listing) =>
  [measure, grade ?? '', person ?? ''].join(between);

export function readListing(text: string | null): Listing | null {
  const [first, second, person] = (text ?? '').split(between);
  const measure = measures.find((each) => each === first);
  const grade = columns.find((each) => each === second) ?? null;
  return measure ? { measure, grade, person: person || null } : null;
}

/** The same cards on the page of prospects, whatever has become of them: an order can be overdue as well. */
export function listAddress({ measure, grade, person }: Listing): string | null {
  if (measure === 'open') return null;
  const query = new URLSearchParams({ standing: 'all', attention: measure });
  if (grade) query.set('grade', grade);
  if (person) query.set('person', person);
  return `/prospects?${query.toString()}`;
}
