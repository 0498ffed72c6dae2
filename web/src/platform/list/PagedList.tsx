import { Button, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../show/ErrorPanel';
import { RowSkeletons } from '../show/RowSkeletons';

/** What of `usePages` is looked at here. */
type Pages<T> = {
  items: T[];
  isPending: boolean;
  isError: boolean;
  error: Error | null;
  refetch: () => Promise<unknown>;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
};

type Props<T> = {
  pages: Pages<T>;
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
};

export function PagedList<T>({ pages, empty, children }: Props<T>) {
  const { t } = useTranslation('platform');
  if (pages.isPending) return <RowSkeletons />;
  if (pages.isError && pages.items.length === 0) {
    return <ErrorPanel error={pages.error} retry={() => void pages.refetch()} />;
  }
  if (pages.items.length === 0) return <>{empty}</>;
  return (
    <Stack gap="sm">
      {children(pages.items)}
      {pages.hasNextPage && (
        <Button
          variant="default"
          className="no-print"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      )}
    </Stack>
  );
}
