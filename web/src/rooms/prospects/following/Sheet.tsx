import type { Card } from '@platform/api/types';
import { lazy, Suspense, useEffect } from 'react';
import type { FollowUpParcel } from './parcels';

const load = () => import('./FollowUpSheet');
const FollowUpSheet = lazy(load);

export type Following = { card: Card; parcel?: FollowUpParcel };

/** The sheet comes to the phone after the page it opens on, and before somebody asks for it without a network. */
export function Sheet({ following, onClose }: { following: Following | null; onClose: () => void }) {
  useEffect(() => {
    load().catch(() => undefined);
  }, []);
  if (!following) return null;
  const { card, parcel } = following;
  return (
    <Suspense>
      <FollowUpSheet key={parcel?.id ?? card.id} card={card} parcel={parcel} onClose={onClose} />
    </Suspense>
  );
}
