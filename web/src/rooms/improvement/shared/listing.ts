import { useCallback } from 'react';
import type { Outcome } from '../types';
import { useView } from '@platform/useView';

/** Which visits stand behind a number: their outcome, the value of one dimension, or one month. */
export type Listing = { outcome: Outcome; by: string | null; value: string; month: string | null };

const between = '~';
const outcomes: Outcome[] = ['filed', 'unfiled', 'open'];

export const writeListing = ({ outcome, by, value, month }: Listing) =>
  [outcome, by ?? '', value, month ?? ''].join(between);

export function readListing(text: string | null): Listing | null {
  const [outcome, by = '', value = '', month = ''] = (text ?? '').split(between);
  const known = outcomes.find((each) => each === outcome);
  return known ? { outcome: known, by: by || null, value, month: month || null } : null;
}

/** Opens what is behind a number: the visits of a store; of many stores those where they are, each with its own log. */
export function useListing() {
  const { query, change } = useView();
  const listing = readListing(query.get('list'));
  const open = useCallback(
    (asked: Partial<Listing>) =>
      change({ list: writeListing({ outcome: 'unfiled', by: null, value: '', month: null, ...asked }) }),
    [change],
  );
  return { listing, open, close: () => change({ list: null }) };
}

export type Open = ReturnType<typeof useListing>['open'];
