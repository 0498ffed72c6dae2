import { ActionIcon, Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import type { Appointment, Card } from '@platform/api/types';
import { useNow } from '@platform/now';
import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cardAddress } from '../CardRow';
import { GradeMark } from '../GradeMark';
import { LastContact } from '../LastContact';
import { toneOf } from '../next';
import { NextDate } from '../NextDate';
import shared from '../prospects.module.css';
import classes from './today.module.css';

type Props = {
  card: Card;
  /** The appointment to which they did not come. */
  missed?: Appointment;
  named: boolean;
  onFollow: () => void;
};

/** Whom, since when, what for; to call and to note it are one tap each. */
export function DueRow({ card, missed, named, onFollow }: Props) {
  const { t } = useTranslation('prospects/today');
  const format = useFormat();
  const now = useNow();
  const { next, customer } = card;
  const why = [
    next?.way && t(`prospects:way.${next.way}`),
    next?.promise && t('promise', { text: next.promise }),
    named && (card.salesperson?.name ?? t('prospects:nobody')),
  ].filter(Boolean);
  const tone = next ? toneOf(next, format.dayOf(now), now) : undefined;
  return (
    <div className={`${shared.row} ${classes.row}`} data-tone={tone}>
      <GradeMark grade={card.grade} storeId={card.store_id} />
      <div>
        <div className={classes.name}>
          <Link className={shared.rowLink} to={cardAddress(card)}>
            {customer.name}
          </Link>
          <span className="quiet">{card.model?.name ?? t('prospects:no_model')}</span>
        </div>
        {missed && (
          <div className={`overdue ${classes.line}`}>
            {t('prospects/plans:missed_on', { when: format.dayTime(missed.at) })}
          </div>
        )}
        <div className={classes.line}>
          {next && <NextDate card={card} next={next} />}
          {why.length > 0 && <span> · {why.join(' · ')}</span>}
        </div>
        <div className={`quiet ${classes.line}`}>
          <LastContact card={card} />
        </div>
      </div>
      <div className={classes.buttons}>
        {customer.phone && (
          <ActionIcon
            component="a"
            href={`tel:${customer.phone}`}
            variant="default"
            size={36}
            aria-label={t('call', { name: customer.name })}
          >
            <IconPhone size={18} stroke={1.6} />
          </ActionIcon>
        )}
        {card.can.includes('follow_up') && (
          <Button
            variant="light"
            onClick={onFollow}
            aria-label={t('follow_up_with', { name: customer.name })}
          >
            {t('follow_up')}
          </Button>
        )}
      </div>
    </div>
  );
}
