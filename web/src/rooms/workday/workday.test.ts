import { expect, it } from 'vitest';
import { chen, store } from '../../testing/people';
import { readAsked, readBehind, writeBehind } from './truth/asking';
import type { Hours, Overload } from './types';
import { handingOf } from './workload/handing';
import { busiest, rowsOf } from './workload/hours';
import { readPlace, writePlace } from './workload/places';

const asked = (query: string) => readAsked(new URLSearchParams(query), '2026-03-04');

it('reads the days and the thresholds of the address, and takes nothing that is none', () => {
  expect(asked('')).toEqual({ from: '2026-02-19', to: '2026-03-04' });
  expect(asked('to=2026-02-28')).toEqual({ from: '2026-02-15', to: '2026-02-28' });
  expect(asked('tries=4&burst_count=5&silent_days=0&attempts=x&two_way=201')).toMatchObject({ tries: '4' });
  expect(Object.keys(asked('burst_count=1&from=yesterday'))).toEqual(['from', 'to']);
});

it('writes what is listed into the address and reads it again', () => {
  for (const behind of [
    { kind: 'burst' as const, person: chen.id },
    { kind: 'unsaid' as const, person: null },
  ])
    expect(readBehind(writeBehind(behind))).toEqual(behind);
  expect(readBehind('nothing~x')).toBeNull();
  expect(readPlace(writePlace({ day: '2026-03-06', person: null }))).toEqual({
    day: '2026-03-06',
    person: null,
  });
  expect(readPlace('~x')).toBeNull();
});

const hour = (hour: number, due: number, done: number) => ({ hour, due, done });
const hours: Hours = {
  ...{ from: '2026-02-05', to: '2026-03-04' },
  people: [
    { person: chen, any_time: 3, hours: [hour(9, 1, 0), hour(10, 2, 5)] },
    { person: { id: 'li', name: '李娜' }, any_time: 4, hours: [hour(9, 2, 1), hour(20, 0, 5)] },
  ],
};

it('adds up the hours of all, or shows those of one', () => {
  expect(rowsOf(hours, null)).toEqual({ rows: [hour(9, 3, 1), hour(10, 2, 5), hour(20, 0, 5)], anyTime: 7 });
  expect(rowsOf(hours, chen.id).rows).toEqual([hour(9, 1, 0), hour(10, 2, 5)]);
  expect(busiest(rowsOf(hours, null).rows, 'done')).toEqual(hour(10, 2, 5));
  expect(busiest([], 'due')).toBeNull();
});

it('hands over what is proposed and says that all else was looked at and stays', () => {
  const card = (id: string, grade: 'B' | 'C') => ({
    card: { id, store_id: store.id, customer: id, standing: 'following' as const, grade, salesperson: chen },
    to: { id: 'li', name: '李娜' },
  });
  const overload: Overload = {
    ...{ person: chen, day: '2026-03-06', works: true, due: 20, overdue: 0, done: 0 },
    ...{ usual: 15, too_many: 3 },
    given: [card('1', 'C'), card('2', 'C'), card('3', 'B')],
  };
  const buckets = [
    { bucket: 'C' as const, cards: 9 },
    { bucket: 'B' as const, cards: 1 },
    { bucket: 'H' as const, cards: 4 },
  ];
  expect(handingOf(overload, { salesperson: chen, sells_here: true, buckets, cards: 14 }, 'r1')).toEqual({
    ...{ id: 'r1', from: chen.id, reason: 'other' },
    shares: [
      { bucket: 'C', cards: 7, to: [] },
      { bucket: 'B', cards: 0, to: [] },
      { bucket: 'H', cards: 4, to: [] },
    ],
    cards: ['1', '2', '3'].map((id) => ({ card_id: id, to: 'li' })),
  });
});
