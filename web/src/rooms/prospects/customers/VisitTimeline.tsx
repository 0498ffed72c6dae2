import type { Visit } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useCan, useMe } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './customers.module.css';

export function VisitTimeline({ visits }: { visits: Visit[] }) {
  const { t } = useTranslation('prospects');
  const format = useFormat();
  const can = useCan();
  const me = useMe();
  const mayOpen = (visit: Visit) =>
    can('visits.read') || (can('visits.own') && [visit.salesperson?.id, visit.opened_by?.id].includes(me.id));
  const sorted = [...visits].sort((a, b) => b.arrived_at.localeCompare(a.arrived_at));
  return (
    <ol className={classes.timeline}>
      {sorted.map((visit) => (
        <li key={visit.id} data-standing={visit.standing}>
          {mayOpen(visit) ? (
            <Link to={`/stores/${visit.store_id}/visits/${visit.id}`}>{format.day(visit.day)}</Link>
          ) : (
            format.day(visit.day)
          )}{' '}
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
