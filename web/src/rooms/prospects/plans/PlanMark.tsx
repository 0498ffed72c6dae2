import type { Appointment, TestDrive } from '@platform/api/types';
import { useTranslation } from 'react-i18next';
import classes from './plans.module.css';

/** What became of it, in one word. */
export function PlanMark({ standing }: { standing: Appointment['standing'] | TestDrive['standing'] }) {
  const { t } = useTranslation('prospects/plans');
  return (
    <span className={classes.mark} data-standing={standing}>
      {t(`standing.${standing}`)}
    </span>
  );
}
