import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import type { Scope } from '../shared/scope';
import { useView } from '@platform/useView';
import { PanelTools } from './PanelTools';
import type { Range } from './range';
import classes from './unfiled.module.css';
import type { View } from './ViewSwitch';

export type Place = { scope: Scope; range: Range; log: ReactNode };

export type PanelProps = {
  place: Place;
  /** Names the panel in the address. */
  name: string;
  title: string;
  /** What is to be seen, in words. */
  says: ReactNode;
  chart: ReactNode;
  table: ReactNode;
  /** Which table of the server this is; without it there is nothing to be saved. */
  part?: 'months' | 'causes' | 'groups' | 'differences' | 'store_months';
  by?: string;
  /** Whether rates are told: then how complete the log is stands below. */
  rates?: boolean;
};

/** A chart with its sentence, its table and its files: the same numbers four times. */
export function Panel({ says, chart, table, rates = true, ...panel }: PanelProps) {
  const { place, name, title } = panel;
  const { query, change } = useView();
  const heading = useId();
  const box = useRef<HTMLElement>(null);
  const linked = useLocation().hash === `#${name}`;
  // A link to one chart leads to it as soon as it is there.
  useEffect(() => {
    if (linked) box.current?.scrollIntoView({ block: 'start' });
  }, [linked]);
  const tables = (query.get('tables') ?? '').split('.').filter(Boolean);
  const asTable = tables.includes(name);
  const show = (view: View) => {
    const others = tables.filter((each) => each !== name);
    const next = view === 'table' ? [...others, name] : others;
    change({ tables: next.length > 0 ? next.join('.') : null });
  };
  return (
    <section ref={box} className={classes.panel} data-linked={linked || undefined} aria-labelledby={heading}>
      <div className={classes.panelHead}>
        <h2 id={heading}>{title}</h2>
        <PanelTools {...panel} asTable={asTable} show={show} />
      </div>
      <div className={classes.says}>{says}</div>
      {asTable ? table : chart}
      {rates && <p className={classes.log}>{place.log}</p>}
    </section>
  );
}
