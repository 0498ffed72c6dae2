import { inStore } from '@platform/api/client';
import type { Store } from '@platform/api/types';
import { useChooseStore, useMe, useStore } from '@platform/session/session';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';

export type Scope = {
  kind: 'store' | 'group';
  path: string;
  /** One of them gives zone, lists and language of the labels; of a group it is the one in the header. */
  store: Store;
  /** All that can be chosen: the stores this person sees. */
  stores: Store[];
};

const remembered = 'guanxi.scope';

/** Whose visits are looked at. The address always says it, so that a link opens the same view for somebody else. */
export function useScope(): Scope {
  const { stores } = useMe();
  const chosen = useStore();
  const choose = useChooseStore();
  const [query, setQuery] = useSearchParams();
  const groupId = query.get('group');
  const storeId = query.get('store');
  const named = groupId ?? storeId;
  const last = sessionStorage.getItem(remembered);

  useEffect(() => {
    if (storeId && stores.some(({ id }) => id === storeId)) choose(storeId);
  }, [storeId, stores, choose]);
  // Who looks at all stores goes on doing so on the next page.
  useEffect(() => {
    if (named) sessionStorage.setItem(remembered, groupId ?? '');
  }, [named, groupId]);
  const group = stores.length > 1 && stores.some(({ group_id }) => group_id === last) ? last : null;
  useEffect(() => {
    if (named) return;
    setQuery(
      (now) => {
        if (group) now.set('group', group);
        else now.set('store', chosen.id);
        return now;
      },
      { replace: true },
    );
  }, [named, group, chosen.id, setQuery]);

  const store = stores.find(({ id }) => id === storeId) ?? chosen;
  const shownGroup = groupId ?? (storeId ? null : group);
  if (shownGroup) return { kind: 'group', path: `/groups/${shownGroup}`, store, stores };
  return { kind: 'store', path: inStore(storeId ?? chosen.id), store, stores };
}
