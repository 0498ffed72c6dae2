import type { Visit } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './customers.module.css';

export function VisitTimeline({ visits }: { visits: Visit[] }) {
  const { t } = useTranslation('prospects');
  const format = useFormat();
  const sorted = [...visits].sort((a, b) => b.arrived_at.localeCompare(a.arrived_at));
  return (
    <ol className={classes.timeline}>
      {sorted.map((visit) => (
        <li key={visit.id} data-standing={visit.standing}>
          <Link to={`/stores/${visit.store_id}/visits/${visit.id}`}>{format.day(visit.day)}</Link>{' '}
          <span className="quiet">
            {[
              format.time(visit.arrived_at),
              t(`kind.${visit.kind}`),
              visit.minutes === null ? null : format.span(visit.minutes),
              visit.salesperson?.name,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <div>
            {[visit.model?.name, format.range(visit.price_from, visit.price_to)].filter(Boolean).join(' · ')}
          </div>
          {visit.story && <div>{visit.story}</div>}
        </li>
      ))}
    </ol>
  );
}
