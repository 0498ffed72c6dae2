import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { House } from '@platform/api/types';
import { sendParcel, useOutbox } from '@platform/drafts/outbox';
import { newId } from '@platform/id';
import { useCan, useMe } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Completeness } from './Completeness';
import classes from './door.module.css';
import { isTapParcel, tapsPath } from './parcels';

/** The count that does not depend on the log: one tap per party through the door. */
export function DoorCount({ house, storeId }: { house: House | null; storeId: string }) {
  const { t } = useTranslation('reception');
  const can = useCan();
  const me = useMe();
  const underway = useOutbox()
    .filter((parcel) => parcel.personId === me.id)
    .filter((parcel) => isTapParcel(parcel, storeId));
  const pending = underway.reduce((sum, parcel) => sum + parcel.body.parties, 0);
  const waiting = underway.filter((parcel) => parcel.state === 'waiting').length;
  const tapped = (house?.tapped_this_hour ?? 0) + pending;
  const tap = (parties: 1 | -1) => {
    const id = newId();
    void sendParcel({ id, personId: me.id, kind: 'tap', path: tapsPath(storeId), body: { id, parties } });
  };
  return (
    <div className={classes.count}>
      {can('doors.tap') && (
        <div className={classes.tapLine}>
          <Button size="lg" variant="light" onClick={() => tap(1)}>
            {t('door.tap')}
          </Button>
          <ActionIcon
            variant="default"
            size={50}
            aria-label={t('door.untap')}
            disabled={tapped <= 0}
            onClick={() => tap(-1)}
          >
            <IconArrowBackUp size={22} stroke={1.6} />
          </ActionIcon>
        </div>
      )}
      <p aria-live="polite">
        {[
          house && t('door.this_hour', { hour: house.hour, parties: tapped }),
          waiting > 0 && t('outbox.count', { count: waiting }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {house && <Completeness logged={house.logged_parties} counted={house.counted_parties + pending} />}
    </div>
  );
}
