import { call, get, inStore, post } from '@platform/api/client';
import type { Duplicate, Duplicates, Items, Merge } from '@platform/api/types';
import { usePages } from '@platform/list/usePages';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Choice } from './choosing';

const path = (storeId: string) => `${inStore(storeId)}/duplicates`;

export function useDuplicates(storeId: string) {
  return usePages<Duplicate, Duplicates>(['duplicates', storeId], path(storeId), { limit: 10 });
}

/** Only how many there are. */
export function useDuplicateCount(storeId: string) {
  return useQuery({
    queryKey: ['duplicates', storeId, 'count'],
    queryFn: ({ signal }) => get<Duplicates>(path(storeId), { limit: 1 }, signal),
    select: ({ count }) => count,
  });
}

export function useMerges(storeId: string) {
  return useQuery({
    queryKey: ['merges', storeId],
    queryFn: ({ signal }) => get<Items<Merge>>(`${inStore(storeId)}/merges`, {}, signal),
    select: ({ items }) => items,
  });
}

export const tellApart = (storeId: string, pair: Duplicate) =>
  post<undefined>(`${path(storeId)}/${pair.id}/difference`);

export const merge = (storeId: string, pair: Duplicate, id: string, keep: Choice) =>
  call<Merge>('POST', `${path(storeId)}/${pair.id}/merge`, { body: { id, keep }, version: pair.version });

export const undo = (storeId: string, done: Merge) =>
  post<Merge>(`${inStore(storeId)}/merges/${done.id}/undo`);

const shows = ['duplicates', 'merges', 'customer', 'customers', 'prospects', 'card', 'due', 'visit', 'today'];

/** Even after a refusal: somebody else may have settled it. */
export function useSettling<V = void>(act: (input: V) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => Promise.all(shows.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
