import type { House } from '@platform/api/types';
import { ParcelButtons, ParcelState } from '@platform/drafts/ParcelState';
import { minutesBetween } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { useTranslation } from 'react-i18next';
import classes from './door.module.css';
import { InHouseCard } from './InHouseCard';
import type { VisitParcel } from './parcels';
import { useLeaving } from './useLeaving';

type Props = { house: House; parcels: VisitParcel[]; skew: number };

export function InHouse({ house, parcels, skew }: Props) {
  const { t } = useTranslation('reception');
  const { gone } = useLeaving(house.visits);
  // The device's clock may be wrong; the server's counts.
  const now = useNow() + skew;
  const known = new Set(house.visits.map((visit) => visit.id));
  const visits = [...house.visits].sort((a, b) => b.arrived_at.localeCompare(a.arrived_at));
  const waiting = parcels.filter((parcel) => !known.has(parcel.id));
  const nameOf = ({ body }: VisitParcel) =>
    house.duty.find((duty) => duty.person.id === body.salesperson_id)?.person.name ?? house.on_turn?.name;

  if (visits.length + waiting.length + gone.length === 0) {
    return <EmptyPanel title={t('door.empty')} text={t('door.empty_text')} />;
  }
  return (
    <div className={classes.cards} aria-live="polite" aria-relevant="additions">
      {waiting.map((parcel) => (
        <WaitingCard key={parcel.id} parcel={parcel} name={nameOf(parcel)} now={now} />
      ))}
      {visits.map((visit) => (
        <InHouseCard key={visit.id} visit={visit} now={now} />
      ))}
      {gone.map((visit) => (
        <InHouseCard key={visit.id} visit={visit} now={now} leaving />
      ))}
    </div>
  );
}

/** What this device has not sent yet: all that can be known without the server. */
export function Waiting({ parcels }: { parcels: VisitParcel[] }) {
  const { t } = useTranslation('reception');
  const now = useNow();
  return (
    <>
      <p className="quiet">{t('door.unread')}</p>
      <div className={classes.cards}>
        {parcels.map((parcel) => (
          <WaitingCard key={parcel.id} parcel={parcel} now={now} />
        ))}
      </div>
    </>
  );
}

function WaitingCard({ parcel, name, now }: { parcel: VisitParcel; name?: string; now: number }) {
  const { t } = useTranslation('reception');
  const format = useFormat();
  const { body } = parcel;
  return (
    <div className={classes.card} data-state={parcel.state}>
      <div className={classes.minutes}>{format.span(minutesBetween(body.arrived_at, now))}</div>
      <div className={classes.cardBody}>
        <strong>
          {t(`way.${body.way}`)} · {t('visit.people', { count: body.party_size })}
        </strong>
        <div className="quiet">{name}</div>
        <ParcelState parcel={parcel} />
      </div>
      <div className={classes.cardButtons}>
        <ParcelButtons parcel={parcel} />
      </div>
    </div>
  );
}
