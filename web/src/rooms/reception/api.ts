import { get, inStore, post, put, remove } from '@platform/api/client';
import type {
  Duty,
  Found,
  House,
  Items,
  KnownCustomer,
  ListEntry,
  StaffMember,
  Today,
  Visit,
} from '@platform/api/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

/** The events may be late or cut: what is in the house is read again every minute all the same. */
const houseEvery = 60_000;
const listsStayFor = 10 * 60_000;

export const houseKey = (storeId: string) => ['house', storeId] as const;
export const visitKey = (storeId: string, id: string) => ['visit', storeId, id] as const;
const visitPath = (visit: { store_id: string; id: string }) =>
  `${inStore(visit.store_id)}/visits/${visit.id}`;

export function useHouse(storeId: string) {
  return useQuery({
    queryKey: houseKey(storeId),
    queryFn: ({ signal }) => get<House>(`${inStore(storeId)}/house`, {}, signal),
    refetchInterval: houseEvery,
  });
}

export function useToday(storeId: string) {
  return useQuery({
    queryKey: ['today', storeId],
    queryFn: ({ signal }) => get<Today>(`${inStore(storeId)}/today`, {}, signal),
    refetchInterval: houseEvery,
  });
}

export function useVisit(storeId: string, id: string) {
  return useQuery({
    queryKey: visitKey(storeId, id),
    queryFn: ({ signal }) => get<Visit>(`${inStore(storeId)}/visits/${id}`, {}, signal),
  });
}

export function useReasons(storeId: string, list: 'unfiled' | 'exclusion') {
  return useQuery({
    queryKey: ['reasons', storeId, list],
    queryFn: () => get<Items<ListEntry>>(`${inStore(storeId)}/reasons`, { list }),
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

export function useStaff(storeId: string, enabled = true) {
  return useQuery({
    queryKey: ['staff', storeId],
    queryFn: () => get<Items<StaffMember>>(`${inStore(storeId)}/staff`, { role: 'salesperson' }),
    staleTime: listsStayFor,
    enabled,
    select: ({ items }) => items,
  });
}

export const searchCustomers = (q: string, signal: AbortSignal) =>
  get<Items<Found>>('/search', { q }, signal);

export const askKnownCustomer = (
  storeId: string,
  who: { phone?: string; wechat?: string },
  signal?: AbortSignal,
) => get<KnownCustomer>(`${inStore(storeId)}/known-customer`, who, signal);

export const depart = (visit: Visit) => post<Visit>(`${visitPath(visit)}/departure`);
export const handOver = (visit: Visit, to: string) => post<Visit>(`${visitPath(visit)}/handover`, { to });
export const file = (visit: Visit, body: unknown) => post<Visit>(`${visitPath(visit)}/filing`, body);
export const leaveUnfiled = (visit: Visit, body: unknown) => post<Visit>(`${visitPath(visit)}/unfiled`, body);
export const exclude = (visit: Visit, body: unknown) => post<Visit>(`${visitPath(visit)}/exclusion`, body);
export const confirmExclusion = (visit: Visit) => post<Visit>(`${visitPath(visit)}/exclusion/confirmation`);
export const rejectExclusion = (visit: Visit) => remove<Visit>(`${visitPath(visit)}/exclusion`);
export const reopen = (visit: Visit) => post<Visit>(`${visitPath(visit)}/reopening`);
export const edit = (visit: Visit, body: unknown, version: number) =>
  put<Visit>(visitPath(visit), body, version);

/** Every change of a visit answers with the visit: it is shown at once, and what lists it is read again. */
export function useVisitChange<V>(act: (input: V) => Promise<Visit>, onDone?: (visit: Visit) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (visit) => {
      client.setQueryData(visitKey(visit.store_id, visit.id), visit);
      for (const key of ['house', 'today', 'visits', 'facts', 'customer', 'prospects']) {
        void client.invalidateQueries({ queryKey: [key] });
      }
      onDone?.(visit);
    },
  });
}

/** Duty changes answer with the whole list. */
export function useDutyChange(storeId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { personId: string; act: 'on' | 'off' | 'skip' }) =>
      change.act === 'skip'
        ? post<Items<Duty>>(`${inStore(storeId)}/duty/${change.personId}/skip`)
        : put<Items<Duty>>(`${inStore(storeId)}/duty/${change.personId}`, { on: change.act === 'on' }),
    onSuccess: ({ items }) => {
      client.setQueryData<House>(houseKey(storeId), (house) =>
        house
          ? { ...house, duty: items, on_turn: items.find((each) => each.on_turn)?.person ?? null }
          : house,
      );
    },
  });
}
