import type { DayFigures as Figures } from '@platform/api/types';
import { shareOf } from '@platform/format/share';
import { useTranslation } from 'react-i18next';
import { Completeness } from '../door/Completeness';
import classes from './today.module.css';

const main = ['first_visits', 'filed', 'unfiled', 'open'] as const;
const rest = ['again', 'calls', 'excluded', 'heads'] as const;

export function DayFigures({ figures }: { figures: Figures }) {
  const { t } = useTranslation('reception');
  const filing = shareOf(figures.filed, figures.filed + figures.unfiled);
  return (
    <div className={classes.figures}>
      <dl className={classes.main}>
        {main.map((name) => (
          <div key={name}>
            <dd>{figures[name]}</dd>
            <dt>{t(`figures.${name}`)}</dt>
          </div>
        ))}
      </dl>
      <dl className={classes.rest}>
        {rest.map((name) => (
          <div key={name}>
            <dt>{t(`figures.${name}`)}</dt> <dd>{figures[name]}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.lines}>
        <p>
          {t('figures.filing', { part: filing.part, of: filing.of })}{' '}
          {filing.percent === null ? (
            <span className="quiet">· {t('figures.too_few', { count: filing.missing })}</span>
          ) : (
            <strong>{filing.percent}%</strong>
          )}
        </p>
        {figures.counted_parties !== null && (
          <Completeness logged={figures.logged_parties} counted={figures.counted_parties} />
        )}
      </div>
    </div>
  );
}
