import { expect, it } from 'vitest';
import { previewOf, requestOf, restOf, type Plan } from './sharing';
import type { CardHolder } from './types';

const holder: CardHolder = {
  salesperson: { id: 'chen', name: '陈伟' },
  sells_here: true,
  cards: 9,
  buckets: [
    { bucket: 'H', cards: 5 },
    { bucket: 'C', cards: 3 },
    { bucket: 'ordered', cards: 1 },
  ],
};

it('shares cards out one by one, so that nobody has two more than another', () => {
  const plan: Plan = { to: { H: ['li', 'wu'], C: ['li', 'wu'], ordered: ['wu'] }, singly: {} };
  const { given, staying } = previewOf(holder, plan);
  expect([given.get('li'), given.get('wu'), staying]).toEqual([4, 5, 0]);
});

it('counts cards with a name of their own first, and what nobody takes as staying', () => {
  const plan: Plan = {
    to: { H: ['li', 'wu'] },
    singly: { k1: { to: 'li', bucket: 'H' }, k2: { to: 'li', bucket: 'C' } },
  };
  expect(restOf(holder, plan, 'H')).toBe(4);
  const { given, staying } = previewOf(holder, plan);
  expect([given.get('li'), given.get('wu'), staying]).toEqual([3, 3, 3]);
});

it('tells the server of every kind how many cards were looked at', () => {
  const plan: Plan = { to: { H: ['li'] }, singly: { k1: { to: 'wu', bucket: 'C' } } };
  expect(requestOf('r1', holder, plan, 'ill')).toEqual({
    id: 'r1',
    from: 'chen',
    reason: 'ill',
    shares: [
      { bucket: 'H', cards: 5, to: ['li'] },
      { bucket: 'C', cards: 2, to: [] },
      { bucket: 'ordered', cards: 1, to: [] },
    ],
    cards: [{ card_id: 'k1', to: 'wu' }],
  });
});
