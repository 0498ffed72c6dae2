import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Page } from '../api/types';

type Query = Record<string, string | number | null | undefined>;

/** A list read page by page: the next page starts after the last row's key, so rows coming in never shift it. */
export function usePages<T>(key: QueryKey, path: string, query: Query = {}, enabled = true) {
  const result = useInfiniteQuery({
    queryKey: [...key, query],
    queryFn: ({ pageParam, signal }) => get<Page<T>>(path, { ...query, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    enabled,
  });
  const items = result.data?.pages.flatMap((page) => page.items) ?? [];
  return { ...result, items };
}
