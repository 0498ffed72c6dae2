import type { Visit } from '@platform/api/types';
import { readAbout, readAllAbout } from '@platform/drafts/drafts';

/** A visit about which something was typed on this device and not saved yet. */
export function keptVisit(personId: string, visitId: string): Visit | null {
  return (
    readAbout<Visit>(`${personId}.closing.${visitId}`) ?? readAbout<Visit>(`${personId}.visit.${visitId}`)
  );
}

export function keptVisits(personId: string): Visit[] {
  const all = [...readAllAbout<Visit>(`${personId}.closing.`), ...readAllAbout<Visit>(`${personId}.visit.`)];
  return [...new Map(all.map((visit) => [visit.id, visit])).values()];
}
