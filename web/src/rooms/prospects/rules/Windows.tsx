import { useTranslation } from 'react-i18next';
import { GradeMark } from '../GradeMark';
import classes from './rules.module.css';
import type { Typed } from './rules';

type Ends = Pick<Typed, 'h_days' | 'a_days' | 'b_days'>;

/** The windows as one line of days from today on; nothing while they make no line. */
export function Windows({ rules }: { rules: Ends }) {
  const { t } = useTranslation('prospects/rules');
  const ends = [rules.h_days, rules.a_days, rules.b_days].map(Number);
  const [h = 0, a = 0, b = 0] = ends;
  if (h < 1 || a < h || b < a) return null;
  const windows = [
    { grade: 'H', days: h, says: t('window.h', { to: h }) },
    { grade: 'A', days: a - h, says: t('window.between', { from: h + 1, to: a }) },
    { grade: 'B', days: b - a, says: t('window.between', { from: a + 1, to: b }) },
    { grade: 'C', days: Math.max(8, b / 2), says: t('window.c', { after: b }) },
  ] as const;
  return (
    <ol className={classes.windows} aria-label={t('window.label')}>
      {windows
        .filter(({ days }) => days > 0)
        .map(({ grade, days, says }) => (
          <li key={grade} data-grade={grade} style={{ flexGrow: days }}>
            <GradeMark grade={grade} />
            <span>{says}</span>
          </li>
        ))}
    </ol>
  );
}
