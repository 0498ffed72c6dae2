import { Button } from '@mantine/core';
import type { Visit } from '@platform/api/types';
import { minutesBetween } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { sayFailure } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { depart, useVisitChange } from '../api';
import { wayIcons } from '../visits/ways';
import classes from './door.module.css';

type Props = { visit: Visit; now: number; leaving?: boolean };

export function InHouseCard({ visit, now, leaving }: Props) {
  const { t } = useTranslation('reception');
  const format = useFormat();
  const leave = useVisitChange(() => depart(visit));
  const WayIcon = wayIcons[visit.way];
  const closes = visit.can.includes('file');
  return (
    <div className={classes.card} data-leaving={leaving || undefined} aria-hidden={leaving}>
      <div className={classes.minutes}>
        {format.span(minutesBetween(visit.arrived_at, now))}
        <small>{t('door.since', { time: format.time(visit.arrived_at) })}</small>
      </div>
      <div className={classes.cardBody}>
        <Link className={classes.cardLink} to={`/stores/${visit.store_id}/visits/${visit.id}`}>
          <WayIcon size={18} stroke={1.6} aria-hidden />
          {visit.customer?.name ?? t(`way.${visit.way}`)}
        </Link>
        <div className="quiet">
          {[
            visit.salesperson?.name ?? t('visit.nobody'),
            t('visit.people', { count: visit.party_size }),
            visit.customer ? t(`way.${visit.way}`) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <div className={classes.cardButtons}>
        {visit.can.includes('depart') && (
          <Button
            variant="default"
            loading={leave.isPending}
            onClick={() => leave.mutate(undefined, { onError: (error) => sayFailure(error.message) })}
          >
            {t('door.left')}
          </Button>
        )}
        {closes && (
          <Button variant="light" component={Link} to={`/stores/${visit.store_id}/visits/${visit.id}`}>
            {t('door.close')}
          </Button>
        )}
      </div>
    </div>
  );
}
