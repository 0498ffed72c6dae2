import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';
import { percent } from '../shared/percent';
import type { Cohort, CohortAge } from '../types';
import classes from './cohorts.module.css';
import { ageIn, fates, type Behind, type Fate } from './fates';

type Props = { months: Cohort[]; days: number; open: (behind: Behind) => void };

/** A bar a month, as long as all who have reached the age; each part leads to its visits. The latest month on top. */
export function FateBars({ months, days, open }: Props) {
  const { t } = useTranslation('improvement/cohorts');
  return (
    <>
      <ul className={classes.legend} aria-hidden>
        {fates.map((fate) => (
          <li key={fate} data-fate={fate}>
            {t(`improvement:state.${fate}`)}
          </li>
        ))}
      </ul>
      <ol className={classes.bars}>
        {[...months].reverse().map((cohort) => (
          <Bar key={cohort.month} cohort={cohort} age={ageIn(cohort.ages, days)} open={open} />
        ))}
      </ol>
    </>
  );
}

type BarProps = { cohort: Cohort; age: CohortAge | undefined; open: Props['open'] };

function Bar({ cohort, age, open }: BarProps) {
  const { t } = useTranslation('improvement/cohorts');
  const format = useFormat();
  const name = format.month(`${cohort.month}-01`);
  const reached = age?.reached ?? 0;
  return (
    <li className={classes.month}>
      <span className={classes.name}>{name}</span>
      {age && reached > 0 ? (
        <div className={classes.bar}>
          {fates
            .filter((fate) => age[fate] > 0)
            .map((fate) => (
              <Segment
                key={fate}
                fate={fate}
                count={age[fate]}
                share={age[fate] / reached}
                of={`${name} · ${t('age.days', { count: age.days })}`}
                onClick={() => open({ month: cohort.month, days: age.days, fate })}
              />
            ))}
        </div>
      ) : (
        <span className={classes.tooYoung}>{t('bars.too_young', { days: age?.days ?? 0 })}</span>
      )}
      <span className={classes.of}>
        {reached === cohort.first_visits
          ? t('bars.all', { count: reached })
          : t('bars.part', { reached, count: cohort.first_visits })}
      </span>
    </li>
  );
}

/** Beneath this share a number does not fit. */
const narrow = 0.05;

type SegmentProps = { fate: Fate; count: number; share: number; of: string; onClick: () => void };

function Segment({ fate, count, share, of, onClick }: SegmentProps) {
  const { t } = useTranslation('improvement');
  const told = `${of} · ${t(`state.${fate}`)} ${count} · ${percent(share)}`;
  return (
    <button
      type="button"
      data-fate={fate}
      style={{ flexGrow: count }}
      aria-label={told}
      title={told}
      onClick={onClick}
    >
      {share >= narrow && count}
    </button>
  );
}
