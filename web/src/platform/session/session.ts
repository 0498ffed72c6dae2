import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect } from 'react';
import { unreached } from '../api/problem';
import { forgetWhatWasRead, sessionKey } from '../api/queryClient';
import type { Me, Right, Store } from '../api/types';
import { readSession } from './api';
import { keepSession, lastSession } from './lastSession';

const askAgainAfter = 15_000;

export function useSession() {
  const session = useQuery({
    queryKey: sessionKey,
    queryFn: readSession,
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: true,
    refetchOnReconnect: true,
    refetchInterval: ({ state }) => (state.status === 'error' ? askAgainAfter : false),
  });
  const { data, error } = session;
  useEffect(() => {
    if (data === undefined) return;
    keepSession(data);
    if (data === null) forgetWhatWasRead();
  }, [data]);
  // Whoever cannot reach the server is who they were: drafts and what waits to be sent stay at hand.
  return { me: unreached(session) ? lastSession() : data, error, ask: session.refetch };
}

export type Signed = { me: Me; store: Store; chooseStore: (id: string) => void };
export const SignedContext = createContext<Signed | null>(null);

function useSigned(): Signed {
  const signed = useContext(SignedContext);
  if (!signed) throw new Error('Used outside the signed-in shell');
  return signed;
}

export const useMe = (): Me => useSigned().me;

/** The store chosen in the header: what pages show unless their address names another. */
export const useStore = (): Store => useSigned().store;

export const useChooseStore = () => useSigned().chooseStore;

/** A page about one record takes its store from the address, for the zone and the currency. */
export function useStoreById(id: string): Store {
  const { me, store } = useSigned();
  return me.stores.find((each) => each.id === id) ?? store;
}

/** Shows or hides only: the server decides again on every request. */
export function useCan(): (...anyOf: Right[]) => boolean {
  const { me } = useSigned();
  return (...anyOf) => anyOf.some((right) => me.rights.includes(right));
}
