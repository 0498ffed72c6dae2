import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

type LiveEvent = { store_id: string; kind: string; subject_kind: string; subject_id: string };

/**
 * Subject kind, or "fact subject" for one kind of fact about it -> first words of the query keys that show it.
 * Rooms declare theirs, app puts them together.
 */
export type LiveKeys = Record<string, string[]>;

export const keysFor = (
  liveKeys: LiveKeys,
  { kind, subject_kind }: Omit<LiveEvent, 'store_id' | 'subject_id'>,
) => [subject_kind, `${kind} ${subject_kind}`].flatMap((name) => liveKeys[name] ?? []);

const gatherFor = 400;
const listenAgainAfter = 15_000;

/** Colleagues' changes arrive by server-sent events; what is on the screen is then read again. */
export function useLiveUpdates(liveKeys: LiveKeys) {
  const client = useQueryClient();
  useEffect(() => {
    const stale = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      const keys = new Set(stale);
      stale.clear();
      void client.invalidateQueries({ predicate: (query) => keys.has(String(query.queryKey[0])) });
    };
    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    let missed = false;
    const listen = () => {
      source = new EventSource('/api/v1/events');
      source.onopen = () => {
        // Nobody knows what was changed while the line was cut.
        if (missed) void client.invalidateQueries();
        missed = false;
      };
      source.onmessage = (message: MessageEvent<string>) => {
        const event = JSON.parse(message.data) as LiveEvent;
        for (const key of keysFor(liveKeys, event)) stale.add(key);
        // A busy store tells of many changes at once: read again once for all of them.
        if (stale.size > 0) timer ??= setTimeout(flush, gatherFor);
      };
      source.onerror = () => {
        missed = true;
        // The browser tries again by itself after a cut, but not after a refusal (a gateway, a restart).
        if (source.readyState === EventSource.CLOSED) again = setTimeout(listen, listenAgainAfter);
      };
    };
    listen();
    return () => {
      clearTimeout(timer);
      clearTimeout(again);
      source.close();
    };
  }, [client, liveKeys]);
}
