import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';
import type { LeadSummary } from './api';
import classes from './leads.module.css';

/** The last thirty days in one line, and why leads were refused. */
export function Summary({ summary }: { summary: LeadSummary }) {
  const { t } = useTranslation('prospects/leads');
  const format = useFormat();
  const { received, answered, in_time, breached, waiting, refused, faults } = summary;
  if (received === 0) return null;
  const late = answered - in_time;
  return (
    <div className={classes.summary}>
      <p>
        <span>{t('received', { day: format.shortDay(summary.from_day), count: received })}</span>
        <span>{t('in_time', { count: in_time })}</span>
        {late > 0 && <span className="due">{t('late', { count: late })}</span>}
        {waiting > 0 && <span className="due">{t('waiting', { count: waiting })}</span>}
        {breached > 0 && <span className="overdue">{t('breached', { count: breached })}</span>}
      </p>
      {refused > 0 && (
        <p className="quiet">
          {t('refused', { count: refused })}{' '}
          {faults.map(({ fault, count }) => `${t(`fault.${fault}`)} ${count}`).join(' · ')}
        </p>
      )}
    </div>
  );
}
