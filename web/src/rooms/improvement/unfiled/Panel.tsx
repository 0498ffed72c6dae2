import { Button, SegmentedControl } from '@mantine/core';
import { address } from '@platform/api/client';
import { IconDownload } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../shared/scope';
import { useView } from '../shared/useView';
import type { Range } from './range';
import classes from './unfiled.module.css';

export type Place = { scope: Scope; range: Range; log: ReactNode };

type Props = {
  place: Place;
  /** Names the panel in the address. */
  name: string;
  title: string;
  /** What is to be seen, in words. */
  says: ReactNode;
  chart: ReactNode;
  table: ReactNode;
  /** Which table of the server this is; without it there is nothing to be saved. */
  part?: 'months' | 'causes' | 'groups' | 'differences';
  by?: string;
  /** Whether rates are told: then how complete the log is stands below. */
  rates?: boolean;
};

/** A chart with its sentence, its table and its files: the same numbers four times. */
export function Panel({ place, name, title, says, chart, table, part, by, rates = true }: Props) {
  const { t } = useTranslation('improvement/unfiled');
  const { query, change } = useView();
  const heading = useId();
  const tables = (query.get('tables') ?? '').split('.').filter(Boolean);
  const asTable = tables.includes(name);
  const show = (view: string) => {
    const others = tables.filter((each) => each !== name);
    const next = view === 'table' ? [...others, name] : others;
    change({ tables: next.length > 0 ? next.join('.') : null });
  };
  const file = (format: 'csv' | 'xlsx') =>
    address(`${place.scope.path}/unfiled/table.${format}`, {
      part,
      by,
      from: place.range.from,
      to: place.range.to,
    });
  return (
    <section className={classes.panel} aria-labelledby={heading}>
      <div className={classes.panelHead}>
        <h2 id={heading}>{title}</h2>
        <div className={`${classes.panelTools} no-print`}>
          <SegmentedControl
            size="xs"
            aria-label={t('view.label', { title })}
            value={asTable ? 'table' : 'chart'}
            data={[
              { value: 'chart', label: t('view.chart') },
              { value: 'table', label: t('view.table') },
            ]}
            onChange={show}
          />
          {part &&
            (['csv', 'xlsx'] as const).map((format) => (
              <Button
                key={format}
                component="a"
                size="compact-sm"
                variant="subtle"
                href={file(format)}
                aria-label={t('export', { title, format: format.toUpperCase() })}
                leftSection={<IconDownload size={14} aria-hidden />}
              >
                {format.toUpperCase()}
              </Button>
            ))}
        </div>
      </div>
      <div className={classes.says}>{says}</div>
      {asTable ? table : chart}
      {rates && <p className={classes.log}>{place.log}</p>}
    </section>
  );
}
