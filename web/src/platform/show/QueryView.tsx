import type { ReactNode } from 'react';
import { ErrorPanel } from './ErrorPanel';
import { RowSkeletons } from './RowSkeletons';

/** What of a query's result is looked at here; of one that is read page by page, too. */
export type Query<T> = {
  data: T | undefined;
  isError: boolean;
  error: Error | null;
  refetch: () => Promise<unknown>;
};

type Props<T> = { query: Query<T>; skeleton?: ReactNode; children: (data: T) => ReactNode };

/** Skeleton, failure with retry, or the content. Data once seen stays visible while a later read fails. */
export function QueryView<T>({ query, skeleton, children }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  return <>{skeleton ?? <RowSkeletons />}</>;
}
