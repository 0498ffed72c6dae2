import { useCallback } from 'react';
import type { State } from '../types';
import type { Scope } from './scope';
import { useView } from './useView';

/** Which visits stand behind a number: their outcome, the value of one dimension, or one month. */
export type Listing = { outcome: State; by: string | null; value: string; month: string | null };

const between = '~';
const outcomes: State[] = ['filed', 'unfiled', 'open'];

export const writeListing = ({ outcome, by, value, month }: Listing) =>
  [outcome, by ?? '', value, month ?? ''].join(between);

export function readListing(text: string | null): Listing | null {
  const [outcome, by = '', value = '', month = ''] = (text ?? '').split(between);
  const known = outcomes.find((each) => each === outcome);
  return known ? { outcome: known, by: by || null, value, month: month || null } : null;
}

/** Opens the visits behind a number. The numbers of many stores lead to no list: each store keeps its own log. */
export function useListing(scope: Scope) {
  const { query, change } = useView();
  const listing = scope.kind === 'store' ? readListing(query.get('list')) : null;
  const open = useCallback(
    (asked: Partial<Listing>) =>
      change({ list: writeListing({ outcome: 'unfiled', by: null, value: '', month: null, ...asked }) }),
    [change],
  );
  return {
    listing,
    open: scope.kind === 'store' ? open : undefined,
    close: () => change({ list: null }),
  };
}

export type Open = ReturnType<typeof useListing>['open'];
