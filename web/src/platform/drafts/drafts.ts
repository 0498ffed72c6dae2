import { useCallback, useEffect, useState } from 'react';
import { useMe } from '../session/session';

const prefix = 'guanxi.draft.';
const keptDays = 30;

/** `about`: the record that the form is about, so that both can be opened without a network. */
type Kept<T, A = unknown> = { at: number; value: T; about?: A };

function readKept<T, A>(key: string): Kept<T, A> | null {
  try {
    return JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as Kept<T, A> | null;
  } catch {
    return null;
  }
}

export const readDraft = <T>(key: string): T | null => readKept<T, unknown>(key)?.value ?? null;

/** What a draft is about, as it stood when something was last typed. */
export const readAbout = <A>(key: string): A | null => readKept<unknown, A>(key)?.about ?? null;

/** What all drafts under this name are about, the latest first. */
export function readAllAbout<A>(start: string): A[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix + start))
    .flatMap((key) => readKept<unknown, A>(key.slice(prefix.length)) ?? [])
    .sort((a, b) => b.at - a.at)
    .flatMap(({ about }) => about ?? []);
}

export function writeDraft<T>(key: string, value: T, about?: unknown) {
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), value, about } satisfies Kept<T>));
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
export function useDraft<T extends object>(name: string, initial: T, about?: unknown): Draft<T> {
  const key = `${useMe().id}.${name}`;
  const [state, setState] = useState(() => {
    const found = readDraft<T>(key);
    return { value: { ...initial, ...found }, restored: found !== null, touched: found !== null };
  });

  useEffect(() => {
    if (state.touched) writeDraft(key, state.value, about);
  }, [key, state, about]);

  const change = useCallback((patch: Partial<T>) => {
    setState((before) => ({ ...before, value: { ...before.value, ...patch }, touched: true }));
  }, []);
  const clear = () => {
    dropDraft(key);
    setState({ value: initial, restored: false, touched: false });
  };
  return { ...state, change, clear };
}
