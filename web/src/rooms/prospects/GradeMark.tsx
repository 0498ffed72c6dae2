import type { Grade } from '@platform/api/types';
import { useGradeLabels } from '@platform/session/gradeLabels';
import { useTranslation } from 'react-i18next';
import classes from './prospects.module.css';

type Props = {
  grade: Grade;
  /** Of the card, whose store may not be the one chosen in the header. */
  storeId?: string;
};

/** The store's name of the grade for the eye, its meaning for the ear and on a closer look. */
export function GradeMark({ grade, storeId }: Props) {
  const { t } = useTranslation('prospects');
  const labels = useGradeLabels(storeId);
  const meaning = t(`grade.${grade}`, labels);
  const isLong = labels[grade].length > 1;
  return (
    <span className={classes.grade} data-grade={grade} data-long={isLong || undefined} title={meaning}>
      <span aria-hidden>{labels[grade]}</span>
      <span className="screen-reader-only">{meaning}</span>
    </span>
  );
}
