import type { Bucket, CardHolder, NewReassignment } from './types';

/** First who has to be graded, then the hottest; those with an order last. */
export const buckets: Bucket[] = ['N', 'H', 'A', 'B', 'C', 'ordered'];

/** To whom each kind of card goes, and the cards that were given a name of their own. */
export type Plan = {
  to: Partial<Record<Bucket, string[]>>;
  singly: Record<string, { to: string; bucket: Bucket }>;
};

export const cardsOf = (holder: CardHolder, bucket: Bucket) =>
  holder.buckets.find((each) => each.bucket === bucket)?.cards ?? 0;

/** How many cards of a kind are left for whoever takes the kind. */
export const restOf = (holder: CardHolder, plan: Plan, bucket: Bucket) =>
  cardsOf(holder, bucket) - Object.values(plan.singly).filter((card) => card.bucket === bucket).length;

export type Preview = { given: Map<string, number>; staying: number };

/**
 * How many cards each gets, by the server's own rule: cards with a name first, then kind by kind and card by card to
 * whoever of the kind's takers has the fewest so far, the first named among equals.
 */
export function previewOf(holder: CardHolder, plan: Plan): Preview {
  const given = new Map<string, number>();
  const give = (id: string) => given.set(id, (given.get(id) ?? 0) + 1);
  Object.values(plan.singly).forEach(({ to }) => give(to));
  let staying = 0;
  for (const bucket of buckets) {
    const takers = plan.to[bucket] ?? [];
    const rest = restOf(holder, plan, bucket);
    if (takers.length === 0) staying += rest;
    else for (let card = 0; card < rest; ++card) give(fewest(takers, given));
  }
  return { given, staying };
}

const fewest = (takers: string[], given: Map<string, number>) =>
  takers.reduce((best, each) => ((given.get(each) ?? 0) < (given.get(best) ?? 0) ? each : best));

/** What is asked of the server: every kind with the number that was looked at. */
export function requestOf(
  id: string,
  holder: CardHolder,
  plan: Plan,
  reason: NewReassignment['reason'],
): NewReassignment {
  return {
    id,
    from: holder.salesperson?.id ?? null,
    reason,
    shares: buckets
      .filter((bucket) => cardsOf(holder, bucket) > 0)
      .map((bucket) => ({ bucket, cards: restOf(holder, plan, bucket), to: plan.to[bucket] ?? [] })),
    cards: Object.entries(plan.singly).map(([card_id, { to }]) => ({ card_id, to })),
  };
}
