import { useNow } from '@platform/now';
import { addMonths, monthAt, readMonth } from '../shared/months';
import type { Scope } from '../shared/scope';
import { useView } from '@platform/useView';

export type Range = { from: string; to: string };

const usual = 12;
/** As many as the server reads at once. */
export const mostMonths = 60;

/** Whole months, both included; without a word in the address the last twelve. */
export function useRange(scope: Scope): Range & { now: string } {
  const { query } = useView();
  const now = monthAt(useNow(), scope.store.time_zone);
  const to = readMonth(query.get('to')) ?? now;
  const from = readMonth(query.get('from')) ?? addMonths(to, 1 - usual);
  return { from, to, now };
}
