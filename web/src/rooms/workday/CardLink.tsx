import type { Grade, Schemas } from '@platform/api/types';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './workday.module.css';

type Props = { card: Pick<Schemas['FindingCard'], 'id' | 'store_id' | 'customer'>; grade: Grade };

/** Whose card it is, with its grade, and the way to it. */
export function CardLink({ card, grade }: Props) {
  const { t } = useTranslation('prospects');
  const labels = useGradeLabels(card.store_id);
  const meaning = t(`grade.${grade}`, labels);
  return (
    <span className={classes.card}>
      <span className={classes.grade} title={meaning}>
        <span aria-hidden>{labels[grade]}</span>
        <span className="screen-reader-only">{meaning}</span>
      </span>
      <Link to={`/stores/${card.store_id}/prospects/${card.id}`}>{card.customer}</Link>
    </span>
  );
}
