import type { Card } from '@platform/api/types';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cardAddress } from '../CardRow';
import { GradeMark } from '../GradeMark';
import classes from './board.module.css';

/** One card in a narrow column: who, what they want, who looks after them. */
export function CardLine({ card, children }: { card: Card; children?: ReactNode }) {
  const { t } = useTranslation('prospects');
  return (
    <div className={classes.line}>
      <GradeMark grade={card.grade} storeId={card.store_id} />
      <div className={classes.lineText}>
        <Link to={cardAddress(card)}>{card.customer.name}</Link>
        <div className="quiet">
          {[card.model?.name ?? t('no_model'), card.salesperson?.name ?? t('nobody')].join(' · ')}
        </div>
      </div>
      {children}
    </div>
  );
}
