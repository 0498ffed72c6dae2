import { get, inStore } from '@platform/api/client';
import type { Page, Visit } from '@platform/api/types';
import { useQuery } from '@tanstack/react-query';

/** Paper has no "show more": every page of the day, in the order of arrival. */
export function useAllVisits(storeId: string, day: string) {
  return useQuery({
    queryKey: ['visits', storeId, 'all', day],
    queryFn: async ({ signal }) => {
      const all: Visit[] = [];
      let cursor: string | null = null;
      do {
        const page: Page<Visit> = await get(
          `${inStore(storeId)}/visits`,
          { day, limit: 200, cursor },
          signal,
        );
        all.push(...page.items);
        cursor = page.next_cursor;
      } while (cursor);
      return all.sort((a, b) => a.arrived_at.localeCompare(b.arrived_at));
    },
  });
}
