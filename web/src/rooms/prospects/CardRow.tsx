import type { Card } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useCan } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { GradeMark } from './GradeMark';
import { NextDate } from './NextDate';
import classes from './prospects.module.css';
import { StandingMark } from './StandingMark';

export const cardAddress = (card: { store_id: string; id: string }) =>
  `/stores/${card.store_id}/prospects/${card.id}`;

/** One prospect: grade, who, what they want and when, when they are followed up next and by whom. */
export function CardRow({ card }: { card: Card }) {
  const { t } = useTranslation('prospects');
  const format = useFormat();
  const seesAll = useCan()('prospects.read');
  const { phone, wechat, email } = card.customer;
  const contact = phone ? format.phone(phone) : wechat ? t('no_phone', { wechat }) : email;
  return (
    <div className={classes.row}>
      <GradeMark grade={card.grade} storeId={card.store_id} />
      <div className={classes.who}>
        <Link className={classes.rowLink} to={cardAddress(card)}>
          {card.customer.name}
        </Link>
        <div className="quiet numbers">{contact}</div>
      </div>
      <div className={classes.wish}>
        <div>{card.model?.name ?? <span className="quiet">{t('no_model')}</span>}</div>
        <div className="quiet">{format.range(card.price_from, card.price_to)}</div>
        <ExpectedOn card={card} />
      </div>
      <div className={classes.when}>
        {card.standing !== 'following' && <StandingMark standing={card.standing} />}
        {card.next && <NextDate card={card} next={card.next} />}
        {seesAll && <div className="quiet">{card.salesperson?.name ?? t('nobody')}</div>}
      </div>
    </div>
  );
}

/** When they mean to buy. */
export function ExpectedOn({ card }: { card: Card }) {
  const { t } = useTranslation('prospects');
  const format = useFormat();
  const now = useNow();
  if (!card.expected_on) return <div className="quiet">{t(`when.${card.purchase_when}`)}</div>;
  const past = card.expected_on < format.dayOf(now) && card.closed_at === null;
  return (
    <div className={past ? 'due' : 'quiet'}>
      {t('buys_on', { day: format.shortDay(card.expected_on) })}
      {past && ` · ${t('past')}`}
    </div>
  );
}
