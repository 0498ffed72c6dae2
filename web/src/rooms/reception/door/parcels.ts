import { inStore } from '@platform/api/client';
import type { OpenVisit } from '@platform/api/types';
import type { Parcel } from '@platform/drafts/outbox';

export const visitsPath = (storeId: string) => `${inStore(storeId)}/visits`;
export const tapsPath = (storeId: string) => `${inStore(storeId)}/door-counts/taps`;

export type VisitParcel = Parcel<OpenVisit>;
export type TapParcel = Parcel<{ id: string; parties: 1 | -1 }>;

export function isVisitParcel(parcel: Parcel, storeId: string): parcel is VisitParcel {
  return parcel.kind === 'visit' && parcel.path === visitsPath(storeId);
}

export function isTapParcel(parcel: Parcel, storeId: string): parcel is TapParcel {
  return parcel.kind === 'tap' && parcel.path === tapsPath(storeId);
}
