import { inStore } from '@platform/api/client';
import type { Card, NewFollowUp } from '@platform/api/types';
import { useDeliveries, useOutbox, type Parcel } from '@platform/drafts/outbox';
import { dayOf, timeOf } from '@platform/format/dates';
import { useMe } from '@platform/session/session';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { readCardsAgain } from '../api';
import type { FollowUp } from './followUp';

/** A follow-up on its way to the server, with the card as it stood when it was written. */
export type FollowUpParcel = Parcel<NewFollowUp, Card>;

const kind = 'follow_up';

export const parcelOf = (card: Card, personId: string, body: NewFollowUp) => ({
  id: body.id,
  personId,
  kind,
  path: `${inStore(card.store_id)}/prospects/${card.id}/follow-ups`,
  body,
  about: card,
});

const isFollowUp = (parcel: Parcel): parcel is FollowUpParcel => parcel.kind === kind;

/** What this person has noted in a store and the server has not taken yet; when it does, cards are read again. */
export function useWaiting(storeId: string): FollowUpParcel[] {
  const me = useMe();
  const client = useQueryClient();
  useDeliveries(
    useCallback((parcel: Parcel) => void (isFollowUp(parcel) && readCardsAgain(client)), [client]),
  );
  return useOutbox()
    .filter(isFollowUp)
    .filter(({ personId, about }) => personId === me.id && about?.store_id === storeId);
}

/** Back into the form, to be put right. */
export function formOf({ body }: FollowUpParcel, zone: string): FollowUp {
  return {
    way: body.way,
    reached: body.reached,
    said: body.said ?? '',
    purchaseWhen: body.purchase_when ?? null,
    purchaseDay: body.purchase_day ?? null,
    sureness: body.sureness ?? null,
    ending: body.ending,
    nextOn: body.next_at ? dayOf(body.next_at, zone) : (body.next_on ?? null),
    nextTime: body.next_at ? timeOf(body.next_at, zone, 'en') : null,
    nextWay: body.next_way ?? null,
    appointment: body.appointment?.purpose ?? null,
    appointmentId: body.appointment?.id ?? null,
    promise: body.promise ?? '',
  };
}
