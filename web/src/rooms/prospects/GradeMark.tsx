import type { Grade } from '@platform/api/types';
import { useTranslation } from 'react-i18next';
import classes from './prospects.module.css';

/** The letter for the eye, its meaning for the ear and on a closer look. */
export function GradeMark({ grade }: { grade: Grade }) {
  const { t } = useTranslation('prospects');
  return (
    <span className={classes.grade} data-grade={grade} title={t(`grade.${grade}`)}>
      <span aria-hidden>{grade}</span>
      <span className="screen-reader-only">{t(`grade.${grade}`)}</span>
    </span>
  );
}
