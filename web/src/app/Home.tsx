import { useCan } from '@platform/session/session';
import { Navigate } from 'react-router';
import { NotFound } from './NotFound';
import { pagesFor } from './pages';

/** Not everybody's work begins with the same page: the start address leads to this person's own. */
export function Home() {
  const [first] = pagesFor(useCan());
  return first ? <Navigate to={first.path} replace /> : <NotFound />;
}
