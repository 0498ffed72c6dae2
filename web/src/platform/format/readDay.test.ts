import { expect, it } from 'vitest';
import { showDay } from './dates';
import { readDay, readTime } from './readDay';

const now = Date.parse('2026-03-02T10:00:00Z');

it.each([
  ['2026-3-1', '2026-03-01'],
  ['2026/03/01', '2026-03-01'],
  ['20260301', '2026-03-01'],
  ['2026年3月1日', '2026-03-01'],
  ['3月1日', '2026-03-01'],
  ['3-1', '2026-03-01'],
  ['1 Mar 2026', '2026-03-01'],
  ['1 march', '2026-03-01'],
  ['1/3/2026', '2026-03-01'],
  ['2024-2-29', '2024-02-29'],
])('reads %s as the day it means', (typed, day) => {
  expect(readDay(typed, now)).toBe(day);
});

it.each(['2026-2-30', '2026-13-1', 'tomorrow', '', '31 Foo 2026', '12'])('does not guess at %s', (typed) => {
  expect(readDay(typed, now)).toBeNull();
});

it('reads back every way in which days are shown', () => {
  for (const language of ['zh', 'en'] as const) {
    for (const weekday of [false, true])
      expect(readDay(showDay('2026-11-08', language, weekday))).toBe('2026-11-08');
  }
});

it.each([
  ['14:30', '14:30'],
  ['1430', '14:30'],
  ['930', '09:30'],
  ['9', '09:00'],
  ['9：05', '09:05'],
  ['14点30分', '14:30'],
  ['2.30 pm', '14:30'],
  ['12 am', '00:00'],
])('reads %s as the time it means', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});

it.each(['25:00', '12:60', 'noon', ''])('does not guess at the time %s', (typed) => {
  expect(readTime(typed)).toBeNull();
});
