import type { Appointment, CalendarDay } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AppointmentButtons, useAppointmentWords } from '../plans/AppointmentLine';
import type { Opened } from '../plans/Plan';
import { PlanMark } from '../plans/PlanMark';
import classes from './calendar.module.css';

type Props = { calendar: CalendarDay; onOpen: (opened: Opened) => void };

/** Whom to greet, by time. */
export function Arrivals({ calendar, onOpen }: Props) {
  const { t } = useTranslation('prospects/calendar');
  if (calendar.appointments.length === 0) return <p className="quiet">{t('nobody')}</p>;
  return (
    <ul className={classes.arrivals}>
      {calendar.appointments.map((made) => (
        <Arrival key={made.id} made={made} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function Arrival({ made, onOpen }: { made: Appointment; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation('prospects/calendar');
  const format = useFormat();
  const words = useAppointmentWords(made.store_id);
  const name = made.customer ?? t('somebody');
  return (
    <li>
      <strong className="numbers">{format.time(made.at)}</strong>
      <div>
        <div className={classes.name}>
          {made.card_id ? (
            <Link to={`/stores/${made.store_id}/prospects/${made.card_id}`}>{name}</Link>
          ) : (
            <span>{name}</span>
          )}{' '}
          <PlanMark standing={made.standing} />
        </div>
        <div className="quiet">
          {[...words(made), made.salesperson?.name ?? t('prospects:nobody')].join(' · ')}
        </div>
      </div>
      <AppointmentButtons made={made} onOpen={onOpen} compact />
    </li>
  );
}
