import { SegmentedControl, Select } from '@mantine/core';
import { get, inStore } from '@platform/api/client';
import type { Store } from '@platform/api/types';
import { Chart } from '@platform/chart/Chart';
import { useFormat } from '@platform/format/useFormat';
import { useCan } from '@platform/session/session';
import { QueryView } from '@platform/show/QueryView';
import { useView } from '@platform/useView';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Files } from '../Files';
import type { Hours } from '../types';
import classes from '../workday.module.css';
import { busiest, clockHour, hoursOption, rowsOf, type HourRow } from './hours';
import own from './workload.module.css';

/** At what hour of the day follow-ups were due, and at what hour they were done. */
export function HoursPanel({ store }: { store: Store }) {
  const { t } = useTranslation('workday/workload');
  const hours = useQuery({
    queryKey: ['workload-hours', store.id],
    queryFn: ({ signal }) => get<Hours>(`${inStore(store.id)}/workload/hours`, {}, signal),
  });
  return (
    <section className={classes.panel} aria-label={t('hours.title')}>
      <QueryView query={hours}>{(data) => <HoursView hours={data} store={store} />}</QueryView>
    </section>
  );
}

function HoursView({ hours, store }: { hours: Hours; store: Store }) {
  const { t } = useTranslation('workday/workload');
  const format = useFormat(store);
  const all = useCan()('prospects.manage');
  const { query, change } = useView();
  const person = hours.people.find(({ person }) => person.id === query.get('person'))?.person ?? null;
  const asTable = query.get('hours') === 'table';
  const { rows, anyTime } = useMemo(() => rowsOf(hours, person?.id ?? null), [hours, person?.id]);
  const people = hours.people.map((each) => ({ value: each.person.id, label: each.person.name }));
  return (
    <>
      <div className={classes.head}>
        <h2>{t('hours.title')}</h2>
        <div className={classes.tools}>
          {all && (
            <Select
              className="no-print"
              aria-label={t('hours.person')}
              data={[{ value: '', label: t('hours.all') }, ...people]}
              value={person?.id ?? ''}
              allowDeselect={false}
              onChange={(value) => change({ person: value || null })}
            />
          )}
          <SegmentedControl
            className="no-print"
            aria-label={t('hours.view')}
            value={asTable ? 'table' : 'chart'}
            data={(['chart', 'table'] as const).map((view) => ({ value: view, label: t(`hours.${view}`) }))}
            onChange={(view) => change({ hours: view === 'table' ? view : null })}
          />
          <Files
            path={`${inStore(store.id)}/workload/hours`}
            label={(kind) => t('hours.export', { format: kind })}
          />
        </div>
      </div>
      <p className={classes.note}>
        {t('hours.note', { from: format.shortDay(hours.from), to: format.shortDay(hours.to) })}{' '}
        {anyTime > 0 && t('hours.any_time', { count: anyTime })}
      </p>
      {asTable ? <HourTable rows={rows} /> : <HourChart rows={rows} />}
    </>
  );
}

function HourChart({ rows }: { rows: HourRow[] }) {
  const { t } = useTranslation('workday/workload');
  const option = useMemo(
    () =>
      hoursOption(rows, {
        due: t('hours.due'),
        done: t('hours.done'),
        tip: (row) => [clockHour(row.hour), `${t('hours.due')} ${row.due}`, `${t('hours.done')} ${row.done}`],
      }),
    [rows, t],
  );
  const due = busiest(rows, 'due');
  const done = busiest(rows, 'done');
  const says = [
    due && t('hours.most_due', { hour: clockHour(due.hour), count: due.due }),
    done && t('hours.most_done', { hour: clockHour(done.hour), count: done.done }),
  ].filter(Boolean);
  return (
    <>
      <p className={classes.sentence}>{says.length > 0 ? says.join(' ') : t('hours.nothing')}</p>
      <div className={own.legend} aria-hidden>
        <span data-what="due">{t('hours.due')}</span>
        <span data-what="done">{t('hours.done')}</span>
      </div>
      <Chart label={`${t('hours.title')}: ${says.join(' ')}`} height={220} option={option} />
    </>
  );
}

function HourTable({ rows }: { rows: HourRow[] }) {
  const { t } = useTranslation('workday/workload');
  return (
    <div className={classes.scroll} role="group" aria-label={t('hours.title')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('hours.hour')}</th>
            <th scope="col">{t('hours.due')}</th>
            <th scope="col">{t('hours.done')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ hour, due, done }) => (
            <tr key={hour}>
              <th scope="row">{clockHour(hour)}</th>
              <td>{due}</td>
              <td>{done}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
