import type { Store } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { PersonLoad, Workload } from '../types';
import classes from '../workday.module.css';
import { writePlace } from './places';
import own from './workload.module.css';

type Day = PersonLoad['days'][number];

/** A row for each person, a column for each day: how many fall due, and whether that is too many. */
export function DaysTable({ workload, store }: { workload: Workload; store: Store }) {
  const { t } = useTranslation('workday/workload');
  const format = useFormat(store);
  const days = workload.people[0]?.days ?? [];
  return (
    <div className={classes.scroll} role="group" aria-label={t('days')} tabIndex={0}>
      <table className={`${classes.table} ${own.days}`}>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('usual')}</th>
            {days.map(({ day }) => (
              <th key={day} scope="col">
                <span className={own.weekday}>{format.weekday(day)}</span>
                <span className={own.date}>{Number(day.slice(8))}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {workload.people.map((load) => (
            <tr key={load.person?.id ?? ''}>
              <th scope="row">
                {load.person?.name ?? t('prospects:nobody')}
                {load.overdue > 0 && (
                  <div className={own.overdue}>{t('overdue', { count: load.overdue })}</div>
                )}
              </th>
              <td>
                <Usual load={load} />
              </td>
              {load.days.map((day) => (
                <td
                  key={day.day}
                  data-off={!day.works || undefined}
                  data-many={day.too_many > 0 || undefined}
                >
                  <Due load={load} day={day} store={store} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What they do on a usual day, and what that was measured on. */
function Usual({ load }: { load: PersonLoad }) {
  const { t } = useTranslation('workday/workload');
  if (!load.usual) return <span className="quiet">–</span>;
  const { per_day, days, follow_ups, measured } = load.usual;
  return (
    <>
      <strong>{per_day}</strong>
      <div className={own.measured}>
        {measured ? t('measured', { follow_ups, count: days }) : t('not_measured')}
      </div>
    </>
  );
}

function Due({ load, day, store }: { load: PersonLoad; day: Day; store: Store }) {
  const { t } = useTranslation('workday/workload');
  const format = useFormat(store);
  const [query] = useSearchParams();
  const name = load.person?.name ?? t('prospects:nobody');
  const next = new URLSearchParams(query);
  next.set('list', writePlace({ day: day.day, person: load.person?.id ?? null }));
  const off = load.person && !day.works ? ` · ${t('off')}` : '';
  const about = `${name} · ${format.shortDay(day.day)} · ${t('due', { count: day.due })}${off}`;
  return (
    <>
      {day.due === 0 ? (
        <span className="quiet" aria-label={about} role="img">
          {load.person && !day.works ? t('off_short') : '·'}
        </span>
      ) : (
        <Link
          className={classes.count}
          to={{ search: next.toString() }}
          aria-label={about}
          preventScrollReset
        >
          {day.due}
        </Link>
      )}
      {day.too_many > 0 && <div className={own.over}>{t('over', { count: day.too_many })}</div>}
      {day.done > 0 && <div className={own.measured}>{t('done', { count: day.done })}</div>}
    </>
  );
}
