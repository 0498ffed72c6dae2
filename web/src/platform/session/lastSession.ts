import type { Me } from '../api/types';

const kept = 'guanxi.session';
let last: Me | undefined = read();

/** Who was here last, so that the app opens without a network. It says who and lets nobody in: the server asks. */
export const lastSession = () => last;

export function keepSession(me: Me | null) {
  last = me?.id && !me.must_change_password ? me : undefined;
  try {
    if (last) localStorage.setItem(kept, JSON.stringify(last));
    else localStorage.removeItem(kept);
  } catch {
    // Without storage the app opens with a network only.
  }
}

function read(): Me | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(kept) ?? 'null') as Partial<Me> | null;
    // An older version of the app may have kept something else.
    return found?.id && Array.isArray(found.rights) && Array.isArray(found.stores)
      ? (found as Me)
      : undefined;
  } catch {
    return undefined;
  }
}
