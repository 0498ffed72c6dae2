import { get, post, remove } from '@platform/api/client';
import type { Schemas } from '@platform/api/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export type CalendarFeed = Schemas['CalendarFeed'];
type NewFeed = Schemas['NewCalendarFeed'];

const key = ['calendar-feed'] as const;

export function useFeed() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => get<CalendarFeed>('/calendar-feed', {}, signal),
  });
}

export function useMakeFeed(onDone: (path: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post<NewFeed>('/calendar-feed', {}),
    onSuccess: async ({ path }) => {
      onDone(path);
      await client.invalidateQueries({ queryKey: key });
    },
  });
}

export function useEndFeed(onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => remove('/calendar-feed'),
    // Ended on another device meanwhile: then it is what was wanted.
    onSettled: () => client.invalidateQueries({ queryKey: key }),
    onSuccess: onDone,
  });
}
