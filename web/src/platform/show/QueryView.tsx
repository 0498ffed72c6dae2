import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorPanel } from './ErrorPanel';
import { RowSkeletons } from './RowSkeletons';

type Props<T> = { query: UseQueryResult<T>; skeleton?: ReactNode; children: (data: T) => ReactNode };

/** Skeleton, failure with retry, or the content. Data once seen stays visible while a later read fails. */
export function QueryView<T>({ query, skeleton, children }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  return <>{skeleton ?? <RowSkeletons />}</>;
}
