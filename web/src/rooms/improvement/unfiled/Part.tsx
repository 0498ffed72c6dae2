import { QueryView, type Query } from '@platform/show/QueryView';
import { useRef, type ReactNode } from 'react';
import type { Labels } from '../shared/useLabels';
import classes from './unfiled.module.css';
import { useTurn } from './useTurn';

type Props<T> = {
  query: Query<T> & { isPending: boolean; isPlaceholderData: boolean };
  labels: Labels;
  children: (data: T) => ReactNode;
};

/**
 * One part of the page, drawn when its numbers and their names are there. What was asked for before stays, pale, until the
 * new numbers come.
 */
export function Part<T>({ query, labels, children }: Props<T>) {
  const box = useRef<HTMLDivElement>(null);
  const known = labels.ready && !query.isPending;
  const turn = useTurn(box, known);
  return (
    <div
      ref={box}
      className={classes.part}
      data-waits={!turn || undefined}
      aria-busy={query.isPlaceholderData}
    >
      {turn ? <QueryView query={query}>{children}</QueryView> : <div className={classes.waits} />}
    </div>
  );
}
