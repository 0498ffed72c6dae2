import type { CardHolder, NewReassignment, Overload } from '../types';

/**
 * Exactly the proposed cards change hands. The server wants to know that all others were looked at and stay: how many
 * of each kind are left.
 */
export function handingOf(overload: Overload, holder: CardHolder, id: string): NewReassignment {
  const given = (grade: string) => overload.given.filter(({ card }) => card.grade === grade).length;
  return {
    id,
    from: overload.person.id,
    reason: 'other',
    shares: holder.buckets.map(({ bucket, cards }) => ({ bucket, cards: cards - given(bucket), to: [] })),
    cards: overload.given.map(({ card, to }) => ({ card_id: card.id, to: to.id })),
  };
}
