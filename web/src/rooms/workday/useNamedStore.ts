import type { Store } from '@platform/api/types';
import { useChooseStore, useMe, useStore } from '@platform/session/session';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';

/** The store that the address names, so that a link opens the same page for everybody; else the one in the header. */
export function useNamedStore(): Store {
  const { stores } = useMe();
  const chosen = useStore();
  const choose = useChooseStore();
  const named = useSearchParams()[0].get('store');
  const store = stores.find(({ id }) => id === named);
  const id = store?.id;
  useEffect(() => {
    if (id) choose(id);
  }, [id, choose]);
  return store ?? chosen;
}
