import type { Card, Grade } from '@platform/api/types';
import { expect, it } from 'vitest';
import { byGrade } from './grades';

const card = (id: string, grade: Grade, expected_on: string | null) => ({ id, grade, expected_on }) as Card;

it('groups by grade, hottest first, and the nearest day first within a grade', () => {
  const groups = byGrade([
    card('1', 'N', null),
    card('2', 'H', null),
    card('3', 'H', '2026-03-09'),
    card('4', 'H', '2026-03-02'),
  ]);
  expect(groups.map((group) => [group.grade, group.cards.map((each) => each.id)])).toEqual([
    ['H', ['4', '3', '2']],
    ['N', ['1']],
  ]);
});
