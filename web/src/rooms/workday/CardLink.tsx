import type { Schemas } from '@platform/api/types';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './workday.module.css';

type Props = { card: Pick<Schemas['FindingCard'], 'id' | 'store_id' | 'customer'>; grade: string };

/** Whose card it is, with its grade, and the way to it. */
export function CardLink({ card, grade }: Props) {
  const { t } = useTranslation('prospects');
  return (
    <span className={classes.card}>
      <span className={classes.grade} title={t(`grade.${grade}`)}>
        <span aria-hidden>{grade}</span>
        <span className="screen-reader-only">{t(`grade.${grade}`)}</span>
      </span>
      <Link to={`/stores/${card.store_id}/prospects/${card.id}`}>{card.customer}</Link>
    </span>
  );
}
