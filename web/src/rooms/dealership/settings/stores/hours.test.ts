import { expect, it } from 'vitest';
import { runs, sameAsFirst, setDay } from './hours';

const day = (weekday: number, opens = '09:00', closes = '18:00') => ({ weekday, opens, closes });

it('keeps the week in order and leaves closed days out', () => {
  const without = setDay([day(1), day(2), day(3)], 2, null);
  expect(without.map(({ weekday }) => weekday)).toEqual([1, 3]);
  expect(setDay(without, 2, {})).toEqual([day(1), day(2), day(3)]);
});

it('changes one day only', () => {
  expect(setDay([day(1), day(2)], 2, { closes: '20:00' })).toEqual([day(1), day(2, '09:00', '20:00')]);
});

it('gives every open day the hours of the first', () => {
  expect(sameAsFirst([day(1, '08:00'), day(6)])).toEqual([day(1, '08:00'), day(6, '08:00')]);
});

it('says neighbouring days together', () => {
  expect(runs([day(1), day(2), day(4), day(5, '10:00')])).toEqual([
    { from: 1, to: 2, opens: '09:00', closes: '18:00' },
    { from: 4, to: 4, opens: '09:00', closes: '18:00' },
    { from: 5, to: 5, opens: '10:00', closes: '18:00' },
  ]);
});
