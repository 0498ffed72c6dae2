import { get, inStore } from '@platform/api/client';
import type { Items, ListEntry, Store } from '@platform/api/types';
import { useQuery } from '@tanstack/react-query';
import type { Group } from './types';

export function useStores() {
  return useQuery({
    queryKey: ['stores'],
    queryFn: () => get<Items<Store>>('/stores'),
    select: ({ items }) => items,
  });
}

export function useGroups() {
  return useQuery({
    queryKey: ['groups'],
    queryFn: () => get<Items<Group>>('/groups'),
    select: ({ items }) => items,
  });
}

export type ListName = 'channels' | 'unfiled' | 'exclusion';

/** Shares the cache with the pages of the reception, which read the same lists. */
export const listKey = (storeId: string, list: ListName) =>
  list === 'channels' ? ['channels', storeId] : ['reasons', storeId, list];

export function useList(storeId: string, list: ListName) {
  return useQuery({
    queryKey: listKey(storeId, list),
    queryFn: () =>
      list === 'channels'
        ? get<Items<ListEntry>>(`${inStore(storeId)}/channels`)
        : get<Items<ListEntry>>(`${inStore(storeId)}/reasons`, { list }),
    select: ({ items }) => items,
  });
}
