import { useMantineColorScheme } from '@mantine/core';
import { sendWaiting } from '@platform/drafts/outbox';
import { useLiveUpdates } from '@platform/events';
import type { Me } from '@platform/api/types';
import { SignedContext } from '@platform/session/session';
import { switchLanguage } from '@platform/words';
import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { Navigate, Route, Routes, useSearchParams } from 'react-router';
import { Home } from './Home';
import { liveKeys } from './live';
import { NoStore } from './NoStore';
import { PageFrame } from './PageFrame';
import { pages } from './pages';
import { NotFound } from './NotFound';
import { Shell } from './shell/Shell';

const LeadNews = lazy(() => import('../rooms/prospects/leads/LeadNews'));

const remembered = 'guanxi.store';
const resendEvery = 5_000;

/** Whoever answers leads, or has to see to it that they are. */
const hearsOfLeads = ({ rights }: Me) =>
  rights.some((right) => right === 'prospects.own' || right === 'prospects.manage');

/** Drawn once: an address that changes is the business of the routes and of the page that reads it. */
export const SignedIn = memo(function SignedIn({ me }: { me: Me }) {
  const [storeId, setStoreId] = useState(() => localStorage.getItem(remembered) ?? me.stores[0]?.id);
  const store = me.stores.find((each) => each.id === storeId) ?? me.stores[0];
  const chooseStore = useCallback((id: string) => {
    localStorage.setItem(remembered, id);
    setStoreId(id);
  }, []);
  const signed = useMemo(() => (store ? { me, store, chooseStore } : null), [me, store, chooseStore]);

  usePreferences(me);
  useLiveUpdates(liveKeys);
  useResending(me.id);

  if (!signed) return <NoStore me={me} />;
  return (
    <SignedContext value={signed}>
      {hearsOfLeads(me) && (
        <Suspense fallback={null}>
          <LeadNews />
        </Suspense>
      )}
      <Routes>
        {pages
          .filter((entry) => entry.bare)
          .map((entry) => (
            <Route key={entry.path} path={entry.path} element={<PageFrame entry={entry} />} />
          ))}
        <Route element={<Shell />}>
          {pages
            .filter((entry) => !entry.bare)
            .map((entry) => (
              <Route key={entry.path} path={entry.path} element={<PageFrame entry={entry} />} />
            ))}
          <Route path="/" element={<Home />} />
          <Route path="/sign-in" element={<AfterSignIn />} />
          <Route path="/setup" element={<Navigate to="/" replace />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </SignedContext>
  );
});

/** Back to the page that asked to sign in; only ever to a path of this app. */
function AfterSignIn() {
  const [query] = useSearchParams();
  const next = query.get('next') ?? '/';
  return <Navigate to={/^\/(?!\/)/.test(next) ? next : '/'} replace />;
}

function usePreferences(me: Me) {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    void switchLanguage(me.language);
  }, [me.language]);
  useEffect(() => {
    setColorScheme(me.theme === 'system' ? 'auto' : me.theme);
  }, [me.theme, setColorScheme]);
}

/** What could not be sent goes out by itself as soon as the network is back. */
function useResending(personId: string) {
  useEffect(() => {
    const send = () => void sendWaiting(personId);
    send();
    const timer = setInterval(send, resendEvery);
    window.addEventListener('online', send);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, [personId]);
}
