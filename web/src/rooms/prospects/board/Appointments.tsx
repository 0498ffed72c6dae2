import type { DueAppointment } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { Section } from '@platform/show/Section';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PlanMark } from '../plans/PlanMark';
import classes from './board.module.css';
import { CardLine } from './CardLine';

/** Who is expected today, of whom nobody has said whether they came, and who did not and was not called since. */
export function Appointments({ due, today }: { due: DueAppointment[]; today: string }) {
  const { t } = useTranslation('prospects/board');
  const format = useFormat();
  const now = useNow();
  return (
    <Section
      title={t('appointments')}
      count={due.length || undefined}
      aside={
        <Link to="/calendar" className="no-print">
          {t('to_calendar')}
        </Link>
      }
    >
      {due.length === 0 ? (
        <p className={classes.none}>{t('no_appointments')}</p>
      ) : (
        <ul className={classes.lines}>
          {due.map(({ appointment: made, card }) => (
            <li key={made.id}>
              <CardLine card={card}>
                <div className={classes.lineEnd}>
                  <strong className="numbers">
                    {made.on === today ? format.time(made.at) : format.dayTime(made.at)}
                  </strong>
                  <div>
                    {t(`prospects/plans:purpose.${made.purpose}`)}{' '}
                    {made.standing === 'invited' && Date.parse(made.at) < now ? (
                      <span className="overdue">{t('prospects/plans:asks_whether_came')}</span>
                    ) : (
                      <PlanMark standing={made.standing} />
                    )}
                  </div>
                </div>
              </CardLine>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
