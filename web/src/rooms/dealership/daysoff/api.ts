import { get, inStore, post, put, remove } from '@platform/api/client';
import type { Items, Schemas } from '@platform/api/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export type DaysOff = Schemas['DaysOff'];
export type NewDaysOff = Schemas['NewDaysOff'];
export type WorkingHours = Schemas['WorkingHours'];

const daysKey = (storeId: string) => ['days-off', storeId] as const;
const hoursKey = (storeId: string) => ['working-hours', storeId] as const;

export function useDaysOff(storeId: string) {
  return useQuery({
    queryKey: daysKey(storeId),
    queryFn: ({ signal }) => get<Items<DaysOff>>(`${inStore(storeId)}/days-off`, {}, signal),
    select: ({ items }) => items,
  });
}

export function useWorkingHours(storeId: string) {
  return useQuery({
    queryKey: hoursKey(storeId),
    queryFn: ({ signal }) => get<Items<WorkingHours>>(`${inStore(storeId)}/working-hours`, {}, signal),
    select: ({ items }) => items,
  });
}

export function useAddDaysOff(storeId: string, onDone: (days: DaysOff) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewDaysOff) => post<DaysOff>(`${inStore(storeId)}/days-off`, body),
    onSuccess: async (days) => {
      await client.invalidateQueries({ queryKey: daysKey(storeId) });
      onDone(days);
    },
  });
}

export function useRemoveDaysOff(storeId: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (days: DaysOff) => remove(`${inStore(storeId)}/days-off/${days.id}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: daysKey(storeId) });
      onDone();
    },
  });
}

export function useSetWorkingHours(storeId: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ person, hours, version }: WorkingHours) =>
      put<WorkingHours>(`${inStore(storeId)}/working-hours/${person.id}`, { hours }, version),
    // After a conflict, too: what somebody else has set is then shown.
    onSettled: () => client.invalidateQueries({ queryKey: hoursKey(storeId) }),
    onSuccess: onDone,
  });
}
