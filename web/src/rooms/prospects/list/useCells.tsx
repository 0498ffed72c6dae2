import type { Card } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cardAddress, ExpectedOn } from '../CardRow';
import { GradeMark } from '../GradeMark';
import { NextDate } from '../NextDate';
import { StandingMark } from '../StandingMark';
import classes from './list.module.css';
import type { Column } from './looking';

/** What stands in each column of a card's row. */
export function useCells(): (card: Card, column: Column) => ReactNode {
  const { t } = useTranslation('prospects');
  const format = useFormat();
  const day = (at: string | null) => at && format.shortDay(format.dayOf(at));
  const cells: Record<Column, (card: Card) => ReactNode> = {
    grade: ({ grade, store_id }) => <GradeMark grade={grade} storeId={store_id} />,
    customer: (card) => (
      <Link className={classes.name} to={cardAddress(card)}>
        {card.customer.name}
      </Link>
    ),
    contact: ({ customer: { phone, wechat } }) =>
      phone ? <span className="numbers">{format.phone(phone)}</span> : wechat && t('no_phone', { wechat }),
    model: ({ model }) => model?.name,
    price: ({ price_from, price_to }) => format.range(price_from, price_to),
    expected_on: (card) => <ExpectedOn card={card} />,
    standing: ({ standing }) => <StandingMark standing={standing} />,
    next: (card) => card.next && <NextDate card={card} next={card.next} />,
    salesperson: ({ salesperson }) => salesperson?.name ?? <span className="due">{t('nobody')}</span>,
    reached_at: ({ reached_at }) => day(reached_at),
    followed_at: ({ followed_at }) => day(followed_at),
    tries: ({ tries }) => (tries > 0 ? <span className={tries > 2 ? 'due' : undefined}>{tries}</span> : null),
    opened_at: ({ opened_at }) => day(opened_at),
    colour: ({ colour }) => colour,
    competing_model: ({ competing_model }) => competing_model,
    sureness: ({ sureness }) => sureness && t(`sureness.${sureness}`),
    promise: ({ next }) => next?.promise,
  };
  return (card, column) => cells[column](card);
}
