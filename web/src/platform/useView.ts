import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router';

export type Changes = Record<string, string | null>;

/** The address is the view: what is chosen on the page stands in it, and nothing else decides what is shown. */
export function useView() {
  const [query, setQuery] = useSearchParams();
  const change = useCallback(
    (changes: Changes) =>
      setQuery(
        (now) => {
          for (const [name, value] of Object.entries(changes)) {
            if (value === null) now.delete(name);
            else now.set(name, value);
          }
          return now;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setQuery],
  );
  return { query, change };
}

/** This view for somebody else, on another day: what the page chose by itself is written into the address. */
export function usePinnedAddress(pinned: Record<string, string>): string {
  const { pathname, search } = useLocation();
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(pinned)) if (!query.has(name)) query.set(name, value);
  return `${window.location.origin}${pathname}?${query.toString()}`;
}
