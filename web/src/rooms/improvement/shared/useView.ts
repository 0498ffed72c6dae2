import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

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
