import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kind } from '../types';
import classes from '../workday.module.css';
import { kinds } from './asking';

export type CountRow = {
  key: string;
  head: ReactNode;
  follow_ups: number;
  reached: number;
  /** What was noticed of a kind. */
  count: (kind: Kind) => ReactNode;
};

/** Follow-ups, talks, and how often something was noticed of each kind. Counts only, no shares of few. */
export function CountTable({ label, of, rows }: { label: string; of: string; rows: CountRow[] }) {
  const { t } = useTranslation('workday/truth');
  return (
    <div className={classes.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col">{t('follow_ups')}</th>
            <th scope="col">{t('reached')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {t(`kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.head}</th>
              <td>{row.follow_ups}</td>
              <td>{row.reached}</td>
              {kinds.map((kind) => (
                <td key={kind}>{row.count(kind)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
