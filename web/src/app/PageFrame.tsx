import { useCan } from '@platform/session/session';
import { RowSkeletons } from '@platform/show/RowSkeletons';
import { Suspense } from 'react';
import { useLocation } from 'react-router';
import { ErrorBoundary } from './ErrorBoundary';
import { NotFound } from './NotFound';
import { mayOpen, type PageEntry } from './pages';

export function PageFrame({ entry }: { entry: PageEntry }) {
  const can = useCan();
  const { pathname } = useLocation();
  if (!mayOpen(entry, can)) return <NotFound />;
  return (
    <ErrorBoundary key={pathname}>
      <Suspense fallback={<RowSkeletons />}>
        <entry.page />
      </Suspense>
    </ErrorBoundary>
  );
}
