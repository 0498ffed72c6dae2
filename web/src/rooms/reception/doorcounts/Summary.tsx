import { useTranslation } from 'react-i18next';
import type { Total } from './days';
import classes from './doorcounts.module.css';

/** The one number of this page, or why it cannot be told yet. */
export function Summary({ total, of }: { total: Total; of: number }) {
  const { t } = useTranslation('reception/doorcounts');
  if (total.of === 0) return <p className={classes.summary}>{t('summary.uncounted')}</p>;
  return (
    <div className={classes.summary}>
      {total.percent !== null && (
        <strong className={classes.percent}>
          {total.percent}%<small>{t('completeness')}</small>
        </strong>
      )}
      <p>
        {t('summary.text', { counted: total.of, logged: total.part })}
        <br />
        <span className="quiet">
          {t('summary.days', { count: of, days: total.days })}
          {total.percent === null && ` ${t('summary.too_few', { count: total.missing })}`}
          {total.part > total.of && ` ${t('summary.holes')}`}
        </span>
      </p>
    </div>
  );
}
