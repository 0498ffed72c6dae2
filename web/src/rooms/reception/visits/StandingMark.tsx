import type { Visit } from '@platform/api/types';
import { useTranslation } from 'react-i18next';
import classes from './visits.module.css';

/** Colour only where it calls for something: red overdue, amber waiting for somebody, green filed. */
export function StandingMark({ visit }: { visit: Visit }) {
  const { t } = useTranslation('reception');
  if (visit.overdue && visit.standing === 'open') {
    return <span className={`${classes.mark} ${classes.markOverdue}`}>{t('standing.overdue')}</span>;
  }
  if (visit.standing === 'open' && visit.left_at)
    return <span className={classes.mark}>{t('standing.left')}</span>;
  const tone = {
    open: '',
    filed: classes.markFiled,
    unfiled: classes.markUnfiled,
    exclusion_asked: classes.markDue,
    excluded: '',
  };
  return <span className={`${classes.mark} ${tone[visit.standing]}`}>{t(`standing.${visit.standing}`)}</span>;
}
