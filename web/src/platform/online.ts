import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let reached = true;

/** What the last request met: a phone may have a network and yet no way to the server. */
export function noteReached(now: boolean) {
  if (now === reached) return;
  reached = now;
  listeners.forEach((tell) => tell());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine && reached);
}
