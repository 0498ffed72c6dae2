import { useEffect } from 'react';
import { useMe } from '../session/session';

const prefix = 'guanxi.kept.';
/** After that a list tells more of yesterday than of today. */
const keptHours = 24;

type Kept<T> = { at: number; value: T };

function read<T>(key: string): Kept<T> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as Kept<T> | null;
    return kept && Date.now() - kept.at < keptHours * 3_600_000 ? kept : null;
  } catch {
    return null;
  }
}

function write<T>(key: string, value: T) {
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), value } satisfies Kept<T>));
  } catch {
    // A full or forbidden storage only means that nothing is kept.
  }
}

/**
 * What was read last, for when the app is opened without a network: kept per person until they sign out.
 * @param value what was read now, if anything was
 */
export function useKept<T>(name: string, value: T | undefined): Kept<T> | null {
  const key = `${useMe().id}.${name}`;
  useEffect(() => {
    if (value !== undefined) write(key, value);
  }, [key, value]);
  return value === undefined ? read<T>(key) : null;
}

/** Names and numbers stay on no device on which nobody is signed in. */
export function forgetKept() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
