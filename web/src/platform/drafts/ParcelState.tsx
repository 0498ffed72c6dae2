import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dropParcel, sendParcel, type Parcel } from './outbox';

/** Where it is: on its way, waiting for the network, or refused and why. */
export function ParcelState({ parcel }: { parcel: Parcel }) {
  const { t } = useTranslation('platform');
  if (parcel.state !== 'refused') return <div className="quiet">{t(`outbox.${parcel.state}`)}</div>;
  return (
    <div className="overdue">
      {parcel.detail}
      {parcel.errors?.map((each) => (
        <div key={each.pointer + each.code}>{each.detail}</div>
      ))}
    </div>
  );
}

/** What may be done about it; `children` before giving it up. */
export function ParcelButtons({ parcel, children }: { parcel: Parcel; children?: ReactNode }) {
  const { t } = useTranslation('platform');
  if (parcel.state === 'sending') return null;
  return (
    <>
      <Button variant="default" onClick={() => void sendParcel(parcel)}>
        {t('outbox.retry')}
      </Button>
      {children}
      {parcel.state === 'refused' && (
        <Button variant="subtle" color="red" onClick={() => dropParcel(parcel.id)}>
          {t('outbox.discard')}
        </Button>
      )}
    </>
  );
}
