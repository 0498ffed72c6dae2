import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { readLooking } from './looking';

/** How the cards are looked at stands in the address: a colleague opens the same from a link. */
export function useLooking() {
  const [query, setQuery] = useSearchParams();
  const change = useCallback(
    (changes: Record<string, string | null>) =>
      setQuery(
        (now) => {
          for (const [name, value] of Object.entries(changes)) {
            if (value) now.set(name, value);
            else now.delete(name);
          }
          return now;
        },
        { replace: true },
      ),
    [setQuery],
  );
  return { query, looking: readLooking(query), change };
}
