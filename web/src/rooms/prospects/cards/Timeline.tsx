import type { Card, Step } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useCan, useMe, useStoreById } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './cards.module.css';
import { markOf } from './marks';
import { useStepWords } from './useStepWords';

/** Everything that happened on one line, the latest first. Filled: they were spoken with; hollow: only tried. */
export function Timeline({ steps, card }: { steps: Step[]; card: Card }) {
  const { t } = useTranslation('prospects/cards');
  const format = useFormat(useStoreById(card.store_id));
  const say = useStepWords(card.store_id);
  if (steps.length === 0) return <p className="quiet">{t('no_history')}</p>;
  return (
    <ol className={classes.timeline}>
      {steps.map((step, place) => {
        const { title, result, facts, text } = say(step);
        const mark = markOf(step);
        return (
          // Midnights that were made up for stand in the same instant: the place from the oldest on is what stays.
          <li key={steps.length - place} data-mark={mark}>
            <div>
              <StepTitle step={step} title={title} />
              {result && (
                <>
                  {' · '}
                  <span className={mark === 'contact' ? classes.reached : classes.tried}>{result}</span>
                </>
              )}
            </div>
            <div className={`quiet numbers ${classes.small}`}>
              {[format.dayTime(step.at), step.by?.name ?? t('clock')].join(' · ')}
            </div>
            {text && <p>{text}</p>}
            {facts.length > 0 && <div className={classes.small}>{facts.join(' · ')}</div>}
          </li>
        );
      })}
    </ol>
  );
}

function StepTitle({ step: { visit }, title }: { step: Step; title: string }) {
  const can = useCan();
  const me = useMe();
  const own = [visit?.salesperson?.id, visit?.opened_by?.id].includes(me.id);
  if (visit && (can('visits.read') || (can('visits.own') && own)))
    return <Link to={`/stores/${visit.store_id}/visits/${visit.id}`}>{title}</Link>;
  return <strong>{title}</strong>;
}
