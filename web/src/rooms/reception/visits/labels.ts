import type { ListEntry } from '@platform/api/types';

/** The words of a store's own list, by code. A code no longer there is shown as it is rather than hidden. */
export function labelOf(
  entries: ListEntry[] | undefined,
  code: string | null,
  say: (entry: ListEntry) => string,
): string | null {
  if (!code) return null;
  const entry = entries?.find((each) => each.code === code);
  return entry ? say(entry) : code;
}

export function inUse(entries: ListEntry[] | undefined): ListEntry[] {
  return (entries ?? []).filter((entry) => !entry.retired).sort((a, b) => a.position - b.position);
}

export const topLevel = (entries: ListEntry[]) => entries.filter((entry) => entry.parent_code === null);
export const below = (entries: ListEntry[], code: string | null) =>
  entries.filter((entry) => entry.parent_code !== null && entry.parent_code === code);
