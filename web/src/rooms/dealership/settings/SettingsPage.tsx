import { useCan } from '@platform/session/session';
import { Navigate } from 'react-router';
import { opens, sections } from './sections';

/** Settings begin with the first page that this person may open. */
export default function SettingsPage() {
  const can = useCan();
  const first = sections.find((section) => opens(section, can));
  return <Navigate to={first?.path ?? '/'} replace />;
}
