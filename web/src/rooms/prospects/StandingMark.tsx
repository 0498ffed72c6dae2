import type { CardStanding } from '@platform/api/types';
import { useTranslation } from 'react-i18next';
import classes from './prospects.module.css';

/** Red for what is lost, amber for what waits for a manager. */
export function StandingMark({ standing }: { standing: CardStanding }) {
  const { t } = useTranslation('prospects');
  return (
    <span className={classes.mark} data-standing={standing}>
      {t(`standing.${standing}`)}
    </span>
  );
}
