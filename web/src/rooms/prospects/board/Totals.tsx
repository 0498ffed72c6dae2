import { useTranslation } from 'react-i18next';
import classes from './board.module.css';
import { Count } from './Count';
import { doneToday } from './counts';
import type { Board, Measure } from './types';

const measures: Measure[] = ['open', 'overdue', 'due', 'untouched', 'silent'];

/** The whole store in six numbers. */
export function Totals({ board }: { board: Board }) {
  const { t } = useTranslation('prospects/board');
  return (
    <dl className={classes.totals}>
      {measures.map((measure) => (
        <div key={measure} data-measure={measure} data-none={board.counts[measure] === 0 || undefined}>
          <dt>{t(`measure.${measure}`)}</dt>
          <dd className={classes.total}>
            <Count
              count={board.counts[measure]}
              listing={{ measure, grade: null, person: null }}
              of={t('whole_store')}
            />
          </dd>
          <dd className={classes.totalNote}>{t(`measure_note.${measure}`)}</dd>
        </div>
      ))}
      <div>
        <dt>{t('done')}</dt>
        <dd className={classes.total}>
          <span className={classes.count}>{doneToday(board)}</span>
        </dd>
        <dd className={classes.totalNote}>{t('done_note')}</dd>
      </div>
    </dl>
  );
}
