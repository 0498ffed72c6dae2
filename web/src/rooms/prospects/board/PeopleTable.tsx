import type { Grade } from '@platform/api/types';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useTranslation } from 'react-i18next';
import { GradeMark } from '../GradeMark';
import classes from './board.module.css';
import { Count } from './Count';
import { barOf, columns, countsOf, doneToday, totalOf } from './counts';
import type { Board, BoardCounts } from './types';

/**
 * Who has how many cards of which grade, and how many of them are dropped. One row is one person; on a phone
 * it is a card of its own, and the roles keep it a table for those who hear it.
 */
export function PeopleTable({ board }: { board: Board }) {
  const { t } = useTranslation('prospects/board');
  return (
    <section className={classes.people}>
      <div className={classes.peopleHead}>
        <h2>{t('people')}</h2>
        <Legend />
      </div>
      <table className={classes.table} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">{t('salesperson')}</th>
            <th role="columnheader">{t('all_grades')}</th>
            {columns.map((grade) => (
              <th key={grade} role="columnheader">
                <span className={classes.gradeHead}>
                  <GradeMark grade={grade} />
                  <span aria-hidden>{t(`prospects:grade_short.${grade}`)}</span>
                </span>
              </th>
            ))}
            <th role="columnheader">{t('head.silent')}</th>
            <th role="columnheader">{t('head.done')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {board.people.map((person) => (
            <Row
              key={person.salesperson?.id ?? 'nobody'}
              name={person.salesperson?.name ?? t('prospects:nobody')}
              person={person.salesperson?.id ?? null}
              unlisted={person.salesperson === null}
              counts={person.counts}
              of={(grade) => countsOf(person, grade)}
              done={person.done}
            />
          ))}
        </tbody>
        {board.people.length > 1 && (
          <tfoot role="rowgroup">
            <Row
              name={t('whole_store')}
              person={null}
              counts={board.counts}
              of={(grade) => totalOf(board, grade)}
              done={doneToday(board)}
            />
          </tfoot>
        )}
      </table>
    </section>
  );
}

type RowProps = {
  name: string;
  person: string | null;
  unlisted?: boolean;
  counts: BoardCounts;
  of: (grade: Grade) => BoardCounts;
  done: number;
};

function Row({ name, person, unlisted, counts, of, done }: RowProps) {
  const { t } = useTranslation('prospects/board');
  const cell = { name, person, unlisted };
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {name}
      </th>
      <td role="cell" className={classes.all} data-label={t('all_grades')}>
        <Cell {...cell} counts={counts} grade={null} />
      </td>
      {columns.map((grade) => (
        <td key={grade} role="cell" data-empty={of(grade).open === 0 || undefined}>
          <span className={classes.gradeOnPhone} aria-hidden>
            <GradeMark grade={grade} />
          </span>
          <Cell {...cell} counts={of(grade)} grade={grade} />
        </td>
      ))}
      <td role="cell" className={classes.aside} data-label={t('measure.silent')}>
        <Count
          count={counts.silent}
          listing={{ measure: 'silent', grade: null, person }}
          of={name}
          unlisted={unlisted}
        />
      </td>
      <td role="cell" className={classes.aside} data-label={t('done')}>
        {done}
      </td>
    </tr>
  );
}

type CellProps = Pick<RowProps, 'name' | 'person' | 'unlisted'> & {
  counts: BoardCounts;
  grade: Grade | null;
};

/** How many are open, marks for what is the matter with some of them, and how large a part that is. */
function Cell({ name, person, unlisted, counts, grade }: CellProps) {
  const { t } = useTranslation('prospects/board');
  const labels = useGradeLabels();
  if (counts.open === 0) return <span className="quiet">–</span>;
  const of = grade ? `${name} · ${t(`prospects:grade.${grade}`, labels)}` : name;
  return (
    <div className={classes.cell}>
      <Count count={counts.open} listing={{ measure: 'open', grade, person }} of={of} unlisted={unlisted} />
      <span className={classes.marks}>
        {(['overdue', 'untouched', 'due'] as const)
          .filter((measure) => counts[measure] > 0)
          .map((measure) => (
            <Count
              key={measure}
              mark
              count={counts[measure]}
              listing={{ measure, grade, person }}
              of={of}
              unlisted={unlisted}
            />
          ))}
      </span>
      <span className={classes.bar} aria-hidden>
        {barOf(counts).map(({ what, percent }) => (
          <span key={what} data-what={what} style={{ width: `${percent}%` }} />
        ))}
      </span>
    </div>
  );
}

function Legend() {
  const { t } = useTranslation('prospects/board');
  return (
    <ul className={classes.legend}>
      {(['open', 'overdue', 'untouched', 'due'] as const).map((measure) => (
        <li key={measure}>
          <span
            className={measure === 'open' ? classes.count : classes.mark}
            data-measure={measure}
            aria-hidden
          >
            {t('legend_number')}
          </span>
          {t(measure === 'untouched' ? 'legend_untouched' : `measure.${measure}`)}
        </li>
      ))}
    </ul>
  );
}
