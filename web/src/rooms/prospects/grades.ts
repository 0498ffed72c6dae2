import type { Card, Grade } from '@platform/api/types';

/** Hottest first; N, not yet graded, last: it waits for its first follow-up. */
export const grades: Grade[] = ['H', 'A', 'B', 'C', 'N'];

/** Within a grade the nearest expected day first, undated after. */
export function byGrade(cards: Card[]): { grade: Grade; cards: Card[] }[] {
  return grades
    .map((grade) => ({
      grade,
      cards: cards
        .filter((card) => card.grade === grade)
        .sort((a, b) => (a.expected_on ?? '9999').localeCompare(b.expected_on ?? '9999')),
    }))
    .filter((group) => group.cards.length > 0);
}
