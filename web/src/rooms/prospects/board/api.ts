import { get, inStore, post } from '@platform/api/client';
import type { Card, Today } from '@platform/api/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Board } from './types';

/** Cards become overdue without anybody doing anything. */
const boardEvery = 60_000;

export function useBoard(storeId: string) {
  return useQuery({
    queryKey: ['prospects', storeId, 'board'],
    queryFn: ({ signal }) => get<Board>(`${inStore(storeId)}/prospects/board`, {}, signal),
    refetchInterval: boardEvery,
  });
}

/** Shares the cache with the page that shows these visits. */
export function useToday(storeId: string) {
  return useQuery({
    queryKey: ['today', storeId],
    queryFn: ({ signal }) => get<Today>(`${inStore(storeId)}/today`, {}, signal),
    refetchInterval: boardEvery,
  });
}

export type Decision = 'approval' | 'rejection';

const showsCards = ['prospects', 'card', 'due', 'customer', 'customers'];

export function useLossDecision(card: Card) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) =>
      post<Card>(`${inStore(card.store_id)}/prospects/${card.id}/loss/${decision}`),
    // Even after a refusal: somebody else may have decided, and the board still shows the card.
    onSettled: () => Promise.all(showsCards.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
