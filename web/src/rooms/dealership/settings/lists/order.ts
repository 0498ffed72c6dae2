import type { ListEntry } from '@platform/api/types';

/** Children under their parents, as the server orders them. */
export function treeOf(entries: ListEntry[]): { head: ListEntry; below: ListEntry[] }[] {
  return entries
    .filter(({ parent_code }) => parent_code === null)
    .map((head) => ({ head, below: entries.filter(({ parent_code }) => parent_code === head.code) }));
}

/** Which entries need which position so that the one at `from` stands at `to`. */
export function moved(
  siblings: ListEntry[],
  from: number,
  to: number,
): { entry: ListEntry; position: number }[] {
  const order = [...siblings];
  const [taken] = order.splice(from, 1);
  if (!taken) return [];
  order.splice(to, 0, taken);
  // Two may have come to the same position when a move was cut short: keep the places, but make them rise.
  const places: number[] = [];
  for (const { position } of [...siblings].sort((a, b) => a.position - b.position)) {
    places.push(Math.max(position, (places.at(-1) ?? -1) + 1));
  }
  return order
    .map((entry, at) => ({ entry, position: places[at] ?? entry.position }))
    .filter(({ entry, position }) => entry.position !== position);
}
