import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { Language, Me } from '@platform/api/types';
import { SignedContext } from '@platform/session/session';
import { startWords, switchLanguage, wantMoreWords } from '@platform/words';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import * as library from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { loadWords } from '../app/words';
import { me } from './people';

type Options = { language?: Language; me?: Me; path?: string };

let started: Promise<void> | undefined;

/** What App puts around every page, with the real words of one language. */
async function surroundings({ language = 'zh', me: who = me, path = '/' }: Options) {
  await (started ??= startWords(loadWords).then(wantMoreWords));
  await switchLanguage(language);
  const [store] = who.stores;
  if (!store) throw new Error('Whoever looks at a page has a store');
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  return function Surroundings({ children }: { children: ReactNode }) {
    return (
      <MantineProvider env="test">
        <QueryClientProvider client={client}>
          <Notifications />
          <MemoryRouter initialEntries={[path]}>
            <SignedContext value={{ me: who, store, chooseStore: () => undefined }}>{children}</SignedContext>
          </MemoryRouter>
        </QueryClientProvider>
      </MantineProvider>
    );
  };
}

export async function render(page: ReactNode, options: Options = {}) {
  return library.render(page, { wrapper: await surroundings(options) });
}

export async function renderHook<T>(hook: () => T, options: Options = {}) {
  return library.renderHook(hook, { wrapper: await surroundings(options) });
}
