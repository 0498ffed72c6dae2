import { Center, Loader } from '@mantine/core';
import { useSession } from '@platform/session/session';
import { ErrorPanel } from '@platform/show/ErrorPanel';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { SignedIn } from './SignedIn';

const SignInPage = lazy(() => import('../rooms/dealership/entry/SignInPage'));
const SetupPage = lazy(() => import('../rooms/dealership/entry/SetupPage'));
const PasswordPage = lazy(() => import('../rooms/dealership/entry/PasswordPage'));

export const waiting = (
  <Center h="60vh">
    <Loader type="dots" />
  </Center>
);

/** Who is there decides which door opens: setting up, signing in, a new password, or the app. */
export function SessionGate() {
  const { me, error, ask } = useSession();
  const { pathname, search } = useLocation();

  if (me === undefined) return error ? <ErrorPanel error={error} retry={() => void ask()} /> : waiting;
  if (!me) {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return (
      <Suspense fallback={waiting}>
        <Routes>
          <Route path="/setup" element={<SetupPage />} />
          <Route path="/sign-in" element={<SignInPage />} />
          <Route path="*" element={<Navigate to={`/sign-in${next}`} replace />} />
        </Routes>
      </Suspense>
    );
  }
  if (me.must_change_password) {
    return (
      <Suspense fallback={waiting}>
        <PasswordPage />
      </Suspense>
    );
  }
  return <SignedIn me={me} />;
}
