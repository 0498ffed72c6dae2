import { inStore, post, put, remove } from '@platform/api/client';
import type { Card, PartyMember } from '@platform/api/types';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readCardsAgain } from '../api';
import { editBody, newBody, type Typing } from './member';

const path = (card: Card) => `${inStore(card.store_id)}/prospects/${card.id}/party`;

export const addMember = (card: Card, typed: Typing) => post<PartyMember>(path(card), newBody(typed));
export const editMember = (card: Card, member: PartyMember, typed: Typing, version: number) =>
  put<PartyMember>(`${path(card)}/${member.id}`, editBody(typed, member.is_customer), version);
export const removeMember = (card: Card, member: PartyMember) =>
  remove<undefined>(`${path(card)}/${member.id}`);

export function usePartyChange<V = void>(act: (input: V) => Promise<unknown>, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await readCardsAgain(client);
      onDone?.();
    },
  });
}
