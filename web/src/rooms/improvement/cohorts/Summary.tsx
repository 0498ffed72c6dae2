import { enough } from '@platform/format/share';
import { useTranslation } from 'react-i18next';
import type { CohortAge } from '../types';
import classes from './cohorts.module.css';

type Props = { age: CohortAge | undefined; young: number };

/** The yardstick in words: of a hundred who came, how many bought within so many days. */
export function Summary({ age, young }: Props) {
  const { t } = useTranslation('improvement/cohorts');
  if (!age) return null;
  const { days, reached, closed, rate } = age;
  const hundredths = (share: number) => Math.round(share * 100);
  return (
    <div className={classes.says}>
      <p>
        {rate === null || reached < enough
          ? t('says.too_few', { days, reached, closed, missing: enough - reached })
          : t('says.rate', {
              days,
              reached,
              closed,
              rate: hundredths(rate),
              low: hundredths(age.low),
              high: hundredths(age.high),
            })}
      </p>
      {young > 0 && <p className="quiet">{t('says.young', { count: young, days })}</p>}
    </div>
  );
}
