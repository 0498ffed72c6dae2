import { unreached } from '@platform/api/problem';
import type { House, Visit, Way } from '@platform/api/types';
import { onDelivered, useOutbox } from '@platform/drafts/outbox';
import { useFormat } from '@platform/format/useFormat';
import { useCan, useMe, useStore } from '@platform/session/session';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { Section } from '@platform/show/Section';
import { say } from '@platform/show/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { houseKey, useHouse } from '../api';
import classes from './door.module.css';
import { DoorCount } from './DoorCount';
import { isVisitParcel } from './parcels';
import { Rotation } from './Rotation';
import { InHouse, Waiting } from './InHouse';
import { OpenVisitPanel } from './OpenVisitPanel';
import { WayButtons } from './WayButtons';

export default function DoorPage() {
  const { t } = useTranslation('reception');
  const store = useStore();
  const format = useFormat();
  const house = useHouse(store.id);
  useDeliveries(store.id);
  return (
    <>
      <PageTitle title={t('door.title')} note={house.data && format.day(house.data.day, true)} />
      {unreached(house) ? (
        <DoorView house={null} skew={0} storeId={store.id} />
      ) : (
        <QueryView query={house}>
          {(data) => (
            <DoorView house={data} skew={Date.parse(data.now) - house.dataUpdatedAt} storeId={store.id} />
          )}
        </QueryView>
      )}
    </>
  );
}

/** No house: the server cannot be reached. Who comes is logged all the same and sent later. */
type Props = { house: House | null; skew: number; storeId: string };

function DoorView({ house, skew, storeId }: Props) {
  const { t } = useTranslation('reception');
  const can = useCan();
  const me = useMe();
  const [way, setWay] = useState<Way | null>(null);
  const parcels = useOutbox()
    .filter((parcel) => parcel.personId === me.id)
    .filter((parcel) => isVisitParcel(parcel, storeId));
  return (
    <div className={classes.columns}>
      <div className={classes.opening}>
        {can('visits.open') && (
          <WayButtons chosen={way} onChoose={(next) => setWay(way === next ? null : next)} />
        )}
        {way && (
          <OpenVisitPanel key={way} way={way} house={house} storeId={storeId} onDone={() => setWay(null)} />
        )}
      </div>
      <div className={classes.side}>
        <Section title={t('door.count')}>
          <DoorCount house={house} storeId={storeId} />
        </Section>
        {house && (
          <Section title={t('duty.title')}>
            <Rotation house={house} storeId={storeId} />
          </Section>
        )}
      </div>
      <div className={classes.house}>
        <Section
          title={t(house ? 'door.in_house' : 'door.not_sent')}
          count={(house?.visits.length ?? 0) + parcels.length}
        >
          {house ? <InHouse house={house} parcels={parcels} skew={skew} /> : <Waiting parcels={parcels} />}
        </Section>
      </div>
    </div>
  );
}

/** A visit that has just been accepted goes straight into the house, so that its card never blinks. */
function useDeliveries(storeId: string) {
  const { t } = useTranslation('reception');
  const client = useQueryClient();
  useEffect(() => {
    const enter = (visit: Visit) =>
      client.setQueryData<House>(houseKey(storeId), (house) =>
        house ? { ...house, visits: [visit, ...house.visits.filter((each) => each.id !== visit.id)] } : house,
      );
    return onDelivered((parcel, answer) => {
      if (isVisitParcel(parcel, storeId)) {
        const visit = answer as Visit;
        // Who calls is not in the house: the call is with the person who takes it.
        if (visit.kind === 'visit') enter(visit);
        else say(t('door.call_logged', { name: visit.salesperson?.name ?? t('visit.nobody') }));
      }
      void client.invalidateQueries({ queryKey: houseKey(storeId) });
      void client.invalidateQueries({ queryKey: ['today', storeId] });
    });
  }, [client, storeId, t]);
}
