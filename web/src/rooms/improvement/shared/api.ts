import { get, inStore } from '@platform/api/client';
import type { Items, ListEntry, Model, Page, StaffMember } from '@platform/api/types';
import { useQuery, type Query as Asked } from '@tanstack/react-query';
import type { Cohorts, Hundred } from '../types';
import type { Scope } from './scope';

const listsStayFor = 10 * 60_000;

export type Query = Record<string, string | null>;

/**
 * What was asked for before stays until the answer comes, so that stepping does not flicker; but the numbers of one store
 * never stand under the name of another, or of all.
 */
const keepIn =
  (scope: Scope) =>
  <T>(previous: T | undefined, before: Asked<T> | undefined) =>
    before?.queryKey[1] === scope.path ? previous : undefined;

export function useHundred(scope: Scope, filters: Query) {
  return useQuery({
    queryKey: ['hundred', scope.path, filters],
    queryFn: ({ signal }) => get<Hundred>(`${scope.path}/hundred`, filters, signal),
    placeholderData: keepIn(scope),
  });
}

export function useUnfiled<T>(scope: Scope, part: string, query: Query, enabled = true) {
  return useQuery({
    queryKey: ['unfiled', scope.path, part, query],
    queryFn: ({ signal }) => get<T>(`${scope.path}/unfiled/${part}`, query, signal),
    enabled,
    placeholderData: keepIn(scope),
  });
}

export function useCohorts(scope: Scope, range: Query) {
  return useQuery({
    queryKey: ['cohorts', scope.path, range],
    queryFn: ({ signal }) => get<Cohorts>(`${scope.path}/cohorts`, range, signal),
    placeholderData: keepIn(scope),
  });
}

export function useReasons(storeId: string) {
  return useQuery({
    queryKey: ['reasons', storeId, 'unfiled'],
    queryFn: () => get<Items<ListEntry>>(`${inStore(storeId)}/reasons`, { list: 'unfiled' }),
    staleTime: listsStayFor,
    select: ({ items }) => items,
  });
}

export function useChannels(storeId: string) {
  return useQuery({
    queryKey: ['channels', storeId],
    queryFn: () => get<Items<ListEntry>>(`${inStore(storeId)}/channels`),
    staleTime: listsStayFor,
    select: ({ items }) => items,
  });
}

export function useSalespeople(storeId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['staff', storeId],
    queryFn: () => get<Items<StaffMember>>(`${inStore(storeId)}/staff`, { role: 'salesperson' }),
    staleTime: listsStayFor,
    enabled,
    select: ({ items }) => items,
  });
}

/** A handful of models is what a showroom shows: all of them fit into one choice. */
export function useModels() {
  return useQuery({
    queryKey: ['models', 'shown'],
    queryFn: () => get<Page<Model>>('/models', { limit: 200, retired: false }),
    staleTime: listsStayFor,
    select: ({ items }) => items,
  });
}
