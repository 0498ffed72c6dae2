import { useCallback, useEffect, useState } from 'react';
import { useMe } from '../session/session';

const prefix = 'guanxi.draft.';
const keptDays = 30;

type Kept<T> = { at: number; value: T };

export function readDraft<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(prefix + key);
    return text ? (JSON.parse(text) as Kept<T>).value : null;
  } catch {
    return null;
  }
}

export function writeDraft<T>(key: string, value: T) {
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), value } satisfies Kept<T>));
  } catch {
    // A full or forbidden storage must not stop anyone from typing; the form itself still holds the text.
  }
}

export function dropDraft(key: string) {
  localStorage.removeItem(prefix + key);
}

/** Names and phone numbers must not lie about for ever on a shared tablet. */
export function dropOldDrafts(now: number = Date.now()) {
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
    const at = (JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept<unknown>>).at ?? 0;
    if (now - at > keptDays * 86_400_000) localStorage.removeItem(key);
  }
}

export type Draft<T> = {
  value: T;
  change: (patch: Partial<T>) => void;
  /** After saving, or to start again. */
  clear: () => void;
  /** Something typed earlier was found. */
  restored: boolean;
  touched: boolean;
};

/** The state of a form, kept per person across reloads until `clear`. */
export function useDraft<T extends object>(name: string, initial: T): Draft<T> {
  const key = `${useMe().id}.${name}`;
  const [state, setState] = useState(() => {
    const found = readDraft<T>(key);
    return { value: { ...initial, ...found }, restored: found !== null, touched: found !== null };
  });

  useEffect(() => {
    if (state.touched) writeDraft(key, state.value);
  }, [key, state]);

  const change = useCallback((patch: Partial<T>) => {
    setState((before) => ({ ...before, value: { ...before.value, ...patch }, touched: true }));
  }, []);
  const clear = () => {
    dropDraft(key);
    setState({ value: initial, restored: false, touched: false });
  };
  return { ...state, change, clear };
}
