import { useCan } from '@platform/session/session';
import { RowSkeletons } from '@platform/show/RowSkeletons';
import { Suspense } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ErrorBoundary } from './ErrorBoundary';
import { NotFound } from './NotFound';
import { mayOpen, pages, type PageEntry } from './pages';

export function PageFrame({ entry }: { entry: PageEntry }) {
  const can = useCan();
  const { pathname } = useLocation();
  if (!mayOpen(entry, can)) {
    // Not everybody's work begins with Today: the start address leads to the first page this person has.
    const first = pages.find((each) => each.icon && mayOpen(each, can));
    return pathname === '/' && first ? <Navigate to={first.path} replace /> : <NotFound />;
  }
  return (
    <ErrorBoundary key={pathname}>
      <Suspense fallback={<RowSkeletons />}>
        <entry.page />
      </Suspense>
    </ErrorBoundary>
  );
}
