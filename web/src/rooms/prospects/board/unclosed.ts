import type { Today, Visit } from '@platform/api/types';

export type Unwritten = { id: string; name: string | null; count: number };

/** Visits of the days before that are still open; those open for longest stand in two lists. */
export function leftOpen({ day, open, overdue }: Today): Visit[] {
  const all = new Map([...overdue, ...open].map((visit) => [visit.id, visit]));
  return [...all.values()].filter((visit) => visit.day < day);
}

/** Whose visits have not been written up, whoever has the most of them first. */
export function byPerson(visits: Visit[]): Unwritten[] {
  const people = new Map<string, Unwritten>();
  for (const { salesperson } of visits) {
    const id = salesperson?.id ?? '';
    const before = people.get(id) ?? { id, name: salesperson?.name ?? null, count: 0 };
    people.set(id, { ...before, count: before.count + 1 });
  }
  return [...people.values()].sort((a, b) => b.count - a.count);
}
