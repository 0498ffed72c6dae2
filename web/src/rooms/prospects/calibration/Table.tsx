import { useGradeLabels } from '@platform/session/gradeLabels';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { GradeMark } from '../GradeMark';
import classes from './calibration.module.css';
import { writeBehind } from './SaidDrawer';
import type { Calibrated, Calibration, Outcome } from './types';

/** A row for each person and one for the store; a column for each grade that promises a day. */
export function Table({ calibration }: { calibration: Calibration }) {
  const { t } = useTranslation('prospects/calibration');
  const days = { H: calibration.h_days, A: calibration.a_days, B: calibration.b_days } as const;
  return (
    <table className={classes.table} role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">{t('person')}</th>
          {(['H', 'A', 'B'] as const).map((grade) => (
            <th key={grade} role="columnheader">
              <span className={classes.head}>
                <GradeMark grade={grade} />
                {t('within', { count: days[grade] })}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        <Row name={t('store')} person={null} grades={calibration.store} whole />
        {calibration.people.map(({ person, grades }) => (
          <Row key={person.id} name={person.name} person={person.id} grades={grades} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { name: string; person: string | null; grades: Calibrated[]; whole?: boolean };

function Row({ name, person, grades, whole }: RowProps) {
  return (
    <tr role="row" data-whole={whole}>
      <th role="rowheader">{name}</th>
      {grades.map((cell) => (
        <td key={cell.grade} role="cell">
          <span className={classes.gradeOnPhone} aria-hidden>
            <GradeMark grade={cell.grade} />
          </span>
          <Cell cell={cell} name={name} person={person} />
        </td>
      ))}
    </tr>
  );
}

type CellProps = { cell: Calibrated; name: string; person: string | null };

/** So many of so many, and where the true share lies; few of them say nothing yet, and how many more are needed. */
function Cell({ cell, name, person }: CellProps) {
  const { t } = useTranslation('prospects/calibration');
  const { said, ordered, running, rate, low, high, enough, grade } = cell;
  const labels = useGradeLabels();
  const of = `${name} · ${t(`prospects:grade.${grade}`, labels)}`;
  const running_ = running > 0 && (
    <Behind
      count={running}
      behind={{ person, grade, outcome: 'running' }}
      of={of}
      text={t('running', { count: running })}
    />
  );
  if (said === 0 || rate === null || low === null || high === null) {
    return <div className={classes.cell}>{running_ || <span className="quiet">–</span>}</div>;
  }
  const percent = (share: number) => `${Math.round(100 * share)}%`;
  return (
    <div className={classes.cell} data-few={!enough || undefined}>
      <span className={classes.counts}>
        <Behind
          count={ordered}
          behind={{ person, grade, outcome: 'ordered' }}
          of={of}
          text={t('ordered', { count: ordered })}
        />
        {' / '}
        <Behind
          count={said}
          behind={{ person, grade, outcome: null }}
          of={of}
          text={t('said', { count: said })}
        />
      </span>
      {enough ? (
        <>
          <span className={classes.bar} aria-hidden>
            <span
              className={classes.interval}
              style={{ left: `${100 * low}%`, width: `${100 * (high - low)}%` }}
            />
            <span className={classes.rate} style={{ left: `${100 * rate}%` }} />
          </span>
          <span>
            <strong>{percent(rate)}</strong>{' '}
            <span className="quiet">{t('interval', { low: percent(low), high: percent(high) })}</span>
          </span>
        </>
      ) : (
        <span className="quiet">{t('too_few', { count: 10 - said })}</span>
      )}
      {running_}
    </div>
  );
}

type BehindProps = {
  count: number;
  behind: { person: string | null; grade: Calibrated['grade']; outcome: Outcome | null };
  of: string;
  text: string;
};

/** A number that opens the cards it counts. */
function Behind({ count, behind, of, text }: BehindProps) {
  const [query] = useSearchParams();
  if (count === 0) return <span>{text}</span>;
  const next = new URLSearchParams(query);
  next.set('list', writeBehind(behind));
  return (
    <Link
      className={classes.count}
      to={{ search: next.toString() }}
      aria-label={`${of} · ${text}`}
      preventScrollReset
    >
      {text}
    </Link>
  );
}
