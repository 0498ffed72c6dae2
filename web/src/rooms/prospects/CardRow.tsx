import type { Card } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useCan } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './prospects.module.css';

/** One prospect: grade, who, what they want, when they want it, who looks after them. */
export function CardRow({ card }: { card: Card }) {
  const { t } = useTranslation('prospects');
  const format = useFormat();
  // Marketing may see how it began, but not the customer's own page.
  const mayOpen = useCan()('customers.read', 'customers.own');
  const behind = mayOpen ? `customers/${card.customer.id}` : `visits/${card.visit_id}`;
  return (
    <div className={classes.row}>
      <span className={classes.grade} data-grade={card.grade} title={t(`grade.${card.grade}`)}>
        <span aria-hidden>{card.grade}</span>
        <span className="screen-reader-only">{t(`grade.${card.grade}`)}</span>
      </span>
      <div className={classes.who}>
        <Link className={classes.rowLink} to={`/stores/${card.store_id}/${behind}`}>
          {card.customer.name}
        </Link>
        <div className="quiet numbers">
          {card.customer.phone
            ? format.phone(card.customer.phone)
            : t('no_phone', { wechat: card.customer.wechat })}
        </div>
      </div>
      <div className={classes.wish}>
        <div>{card.model?.name ?? <span className="quiet">{t('no_model')}</span>}</div>
        <div className="quiet">{format.range(card.price_from, card.price_to)}</div>
      </div>
      <div className={classes.when}>
        <ExpectedOn card={card} />
        <div className="quiet">{card.salesperson?.name ?? t('nobody')}</div>
      </div>
    </div>
  );
}

export function ExpectedOn({ card }: { card: Card }) {
  const { t } = useTranslation('prospects');
  const format = useFormat();
  const now = useNow();
  if (!card.expected_on)
    return (
      <div className="quiet">{card.purchase_when ? t(`when.${card.purchase_when}`) : t('when.unknown')}</div>
    );
  const past = card.expected_on < format.dayOf(now);
  return (
    <div className={past ? 'overdue' : undefined}>
      {format.shortDay(card.expected_on)}
      {past && ` · ${t('past')}`}
    </div>
  );
}
