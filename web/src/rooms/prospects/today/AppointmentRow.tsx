import { IconCalendarEvent } from '@tabler/icons-react';
import type { DueAppointment } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useStoreById } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cardAddress } from '../CardRow';
import { AppointmentButtons, useAppointmentWords } from '../plans/AppointmentLine';
import type { Opened } from '../plans/Plan';
import shared from '../prospects.module.css';
import classes from './today.module.css';

type Props = { due: DueAppointment; named: boolean; onOpen: (opened: Opened) => void };

/** Whom to expect when and for what; afterwards, whether they came. */
export default function AppointmentRow({ due: { appointment: made, card }, named, onOpen }: Props) {
  const { t } = useTranslation('prospects/plans');
  const format = useFormat(useStoreById(made.store_id));
  const words = useAppointmentWords(made.store_id);
  const now = useNow();
  const passed = Date.parse(made.at) < now;
  const when =
    made.on === format.dayOf(now) ? `${t('today')} ${format.time(made.at)}` : format.dayTime(made.at);
  return (
    <div className={`${shared.row} ${classes.row}`} data-tone={passed ? 'overdue' : 'due'}>
      <IconCalendarEvent size={24} stroke={1.6} className={classes.expected} aria-hidden />
      <div>
        <div className={classes.name}>
          <Link className={shared.rowLink} to={cardAddress(card)}>
            {card.customer.name}
          </Link>
          <span className="quiet">{card.model?.name ?? t('prospects:no_model')}</span>
        </div>
        <div className={classes.line}>
          <span className={passed ? 'overdue' : 'due'}>
            {passed && <strong>{t('asks_whether_came')} </strong>}
            {when}
          </span>
          {' · '}
          {[...words(made), named && (card.salesperson?.name ?? t('prospects:nobody'))]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <div className={`${classes.buttons} ${classes.expectedButtons}`}>
        <AppointmentButtons made={made} name={card.customer.name} onOpen={onOpen} compact />
      </div>
    </div>
  );
}
