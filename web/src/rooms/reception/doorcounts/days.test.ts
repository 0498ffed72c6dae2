import { expect, it } from 'vitest';
import { csvOf, everyDay, totalOf, type DoorDay } from './days';

const day = (name: string, logged: number, counted: number): DoorDay => ({
  day: name,
  logged,
  counted,
  completeness: counted > 0 ? logged / counted : null,
  hours: [{ hour: 9, logged, desk: counted, sensor: null, counted }],
});

it('fills in the days on which nothing happened, the latest first', () => {
  const days = everyDay([day('2026-03-02', 3, 4)], '2026-03-01', '2026-03-03');
  expect(days.map((each) => [each.day, each.counted])).toEqual([
    ['2026-03-03', 0],
    ['2026-03-02', 4],
    ['2026-03-01', 0],
  ]);
});

it('leaves days without a count out of the share', () => {
  const total = totalOf([day('2026-03-02', 15, 20), day('2026-03-03', 30, 0)]);
  expect(total).toMatchObject({ part: 15, of: 20, percent: 75, days: 1 });
});

it('gives no percentage for a handful of parties', () => {
  expect(totalOf([day('2026-03-02', 3, 4)])).toMatchObject({ percent: null, missing: 16 });
});

it('writes one line per hour', async () => {
  const text = await csvOf([day('2026-03-02', 3, 4)], ['a', 'b', 'c', 'd', 'e', 'f']).text();
  expect(text.replace('\ufeff', '')).toBe('a,b,c,d,e,f\r\n2026-03-02,9,3,4,4,\r\n');
});
