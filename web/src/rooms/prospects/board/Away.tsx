import { useFormat } from '@platform/format/useFormat';
import { Section } from '@platform/show/Section';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './board.module.css';
import type { Board } from './types';

/** Who is not there, and what of theirs falls due before they are back. */
export function Away({ people }: { people: Board['away'] }) {
  const { t } = useTranslation('prospects/board');
  const format = useFormat();
  if (people.length === 0) return null;
  return (
    <Section title={t('away')} count={people.length}>
      <ul className={classes.lines}>
        {people.map(({ person, until, due }) => (
          <li key={person.id}>
            <div className={`${classes.line} ${classes.bare}`}>
              <div className={classes.lineText}>
                <Link to={`/prospects?person=${person.id}`}>{person.name}</Link>
                <div className="quiet">{t('away_until', { day: format.shortDay(until, true) })}</div>
              </div>
              <div className={`${classes.lineEnd} ${due > 0 ? 'overdue' : 'quiet'}`}>
                {t('falls_due', { count: due })}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
