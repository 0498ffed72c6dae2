import type { Visit } from '@platform/api/types';
import { minutesBetween } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StandingMark } from './StandingMark';
import classes from './visits.module.css';
import { wayIcons } from './ways';

type Props = { visit: Visit; reason?: string; dated?: boolean; children?: ReactNode };

/** One visit in a list: when, who, with whom, and where it stands. The whole row leads to it. */
export function VisitRow({ visit, reason, dated, children }: Props) {
  const { t } = useTranslation('reception');
  const format = useFormat();
  const WayIcon = wayIcons[visit.way];
  const facts = [
    visit.customer ? t(`way.${visit.way}`) : null,
    visit.salesperson?.name ?? t('visit.nobody'),
    visit.model?.name,
    format.range(visit.price_from, visit.price_to),
    reason,
  ].filter(Boolean);
  return (
    <div className={classes.row} data-overdue={(visit.overdue && visit.standing === 'open') || undefined}>
      <div className={classes.when}>
        {dated && <span className={classes.span}>{format.shortDay(visit.day)}</span>}
        <span className={classes.time}>{format.time(visit.arrived_at)}</span>
        <Elapsed visit={visit} />
      </div>
      <div className={classes.body}>
        <Link to={`/stores/${visit.store_id}/visits/${visit.id}`} className={classes.rowLink}>
          <WayIcon size={18} stroke={1.6} aria-hidden />
          <span>
            {visit.customer?.name ?? t(`way.${visit.way}`)}
            {visit.party_size > 1 && (
              <span className="quiet"> · {t('visit.people', { count: visit.party_size })}</span>
            )}
          </span>
        </Link>
        <div className={classes.facts}>{facts.join(' · ')}</div>
        {visit.story && <div className={classes.story}>{visit.story}</div>}
      </div>
      <div className={classes.end}>
        <StandingMark visit={visit} />
        {children}
      </div>
    </div>
  );
}

function Elapsed({ visit }: { visit: Visit }) {
  const format = useFormat();
  const now = useNow();
  const open = visit.standing === 'open';
  const waits = open && (visit.overdue || !visit.left_at);
  const minutes = waits ? minutesBetween(visit.arrived_at, now) : visit.minutes;
  if (minutes === null) return null;
  const tone = open && visit.overdue ? 'overdue' : 'quiet';
  return <span className={`${classes.span} ${tone}`}>{format.span(minutes)}</span>;
}
