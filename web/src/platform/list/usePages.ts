import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { get } from '../api/client';
import type { Page } from '../api/types';

type Query = Record<string, string | number | null | undefined>;

type Reading = {
  enabled?: boolean;
  /** Read again so often, in milliseconds. */
  every?: number;
};

/** `P`: a page that says more than its rows. A list read page by page: the next page starts after the last row's key, so rows coming in never shift it. */
export function usePages<T, P extends Page<T> = Page<T>>(
  key: QueryKey,
  path: string,
  query: Query = {},
  { enabled = true, every }: Reading = {},
) {
  const result = useInfiniteQuery({
    queryKey: [...key, query],
    queryFn: ({ pageParam, signal }) => get<P>(path, { ...query, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    enabled,
    refetchInterval: every,
  });
  const items = result.data?.pages.flatMap((page) => page.items) ?? [];
  return { ...result, items };
}
