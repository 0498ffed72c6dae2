import type { Lead } from './api';

export type News = { kind: 'new' | 'gone' | 'breached'; lead: Lead };

/**
 * What is new for this person since the list was read before. Nothing when it is read for the first time: what has
 * been waiting is on the page anyway.
 */
export function newsBetween(before: Lead[] | undefined, after: Lead[], meId: string): News[] {
  if (!before) return [];
  const known = new Map(before.map((lead) => [lead.id, lead]));
  const mine = (lead: Lead | undefined) => lead?.salesperson?.id === meId;
  return after.flatMap((lead): News[] => {
    const was = known.get(lead.id);
    if (mine(lead) && !mine(was) && lead.state === 'waiting') return [{ kind: 'new', lead }];
    if (mine(was) && !mine(lead)) return [{ kind: 'gone', lead }];
    if (was?.state === 'waiting' && lead.state === 'breached') return [{ kind: 'breached', lead }];
    return [];
  });
}
