import { useEffect, useState } from 'react';

const slideFor = 320;

/** Keeps what has just gone for the length of its slide, so that nothing vanishes under a finger. */
export function useLeaving<T extends { id: string }>(items: T[]): { gone: T[] } {
  const [seen, setSeen] = useState<{ items: T[]; gone: T[] }>({ items, gone: [] });
  if (seen.items !== items) {
    const here = new Set(items.map((each) => each.id));
    setSeen({ items, gone: seen.items.filter((each) => !here.has(each.id)) });
  }
  useEffect(() => {
    if (seen.gone.length === 0) return;
    const timer = setTimeout(() => setSeen((now) => ({ ...now, gone: [] })), slideFor);
    return () => clearTimeout(timer);
  }, [seen.gone]);
  return { gone: seen.gone };
}
