import type { Card } from '@platform/api/types';
import { expect, it } from 'vitest';
import { card } from '../../../testing/cards';
import { appointment } from '../../../testing/plans';
import { byTime } from './rows';

const due = (id: string, at: string, timed = true): Card =>
  card({ id, next: { at, on: at.slice(0, 10), timed, overdue: false, way: null, promise: null } });
const expected = (id: string, at: string, standing: 'invited' | 'missed' | 'came' = 'invited') => {
  const of = card({ id });
  return { card: of, appointment: appointment({ id: `a-${id}`, card_id: id, at, standing }) };
};
const told = (rows: ReturnType<typeof byTime>) =>
  rows.map((row) => (row.due ? row.due.appointment.id : row.card.id));

const nine = '2026-03-04T01:00:00.000Z';
const ten = '2026-03-04T02:00:00.000Z';
const night = '2026-03-04T15:59:59.999Z';

it('puts appointments and cards in one line of time', () => {
  const cards = [due('call', nine), due('later', night, false)];
  expect(told(byTime(cards, [expected('guest', ten)], false))).toEqual(['call', 'a-guest', 'later']);
});

it('says once who is due for the appointment alone, and twice who is called before', () => {
  expect(told(byTime([due('guest', ten)], [expected('guest', ten)], false))).toEqual(['a-guest']);
  expect(told(byTime([due('guest', nine)], [expected('guest', ten)], false))).toEqual(['guest', 'a-guest']);
});

it('shows on the card that they did not come, and nothing of who came', () => {
  const rows = byTime([due('guest', night, false)], [expected('guest', ten, 'missed')], false);
  expect(told(rows)).toEqual(['guest']);
  expect(rows[0]?.due === undefined && rows[0]?.missed?.at).toBe(ten);
  expect(byTime([], [expected('guest', ten, 'came')], false)).toEqual([]);
});

it('lets an appointment wait that comes after the cards read so far', () => {
  expect(told(byTime([due('call', nine)], [expected('guest', ten)], true))).toEqual(['call']);
});
