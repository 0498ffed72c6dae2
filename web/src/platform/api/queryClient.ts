import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import type { Me } from './types';
import { passesByItself, Problem } from './problem';
import { forgetKept } from '../list/kept';

export const sessionKey = ['session'] as const;

/** A session may end under any request: every page learns of it in this one place. */
function watchSession(error: unknown) {
  if (!(error instanceof Problem)) return;
  if (error.status === 401) {
    queryClient.setQueryData<Me | null>(sessionKey, null);
    forgetKept();
  }
  if (error.code === 'password_change_required') {
    queryClient.setQueryData<Me | null>(sessionKey, (me) => me && { ...me, must_change_password: true });
  }
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watchSession }),
  mutationCache: new MutationCache({ onError: watchSession }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (times, error) => passesByItself(error) && times < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** Nothing that one person has read is shown to the next one at the same tablet. */
export function forgetWhatWasRead() {
  const nobodys = [sessionKey[0], 'setup'];
  queryClient.removeQueries({ predicate: ({ queryKey }) => !nobodys.includes(String(queryKey[0])) });
}
