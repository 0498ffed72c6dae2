import type { CalendarDay, TestDrive } from '@platform/api/types';
import { timeOf } from '@platform/format/dates';
import { describe, expect, it } from 'vitest';
import { calendarDay } from '../../../testing/plans';
import { freeSlots, hoursIn, hoursOf, placeOf, windowOf } from './layout';

const drive = (starts_at: string, ends_at: string) => ({ starts_at, ends_at }) as TestDrive;
const shown = (of: CalendarDay, zone: string) => hoursOf(windowOf(of)).map((at) => timeOf(at, zone, 'en'));

describe('the hours of a day', () => {
  it('are those in which the store is open', () => {
    expect(shown(calendarDay(), 'Asia/Shanghai')).toEqual([
      '09:00',
      '10:00',
      '11:00',
      '12:00',
      '13:00',
      '14:00',
      '15:00',
      '16:00',
      '17:00',
    ]);
  });

  it('reach as far as somebody drives', () => {
    const late = calendarDay({ drives: [drive('2026-03-04T09:30:00.000Z', '2026-03-04T10:20:00.000Z')] });
    expect(shown(late, 'Asia/Shanghai').at(-1)).toBe('18:00');
    const over = calendarDay({ drives: [drive('2026-03-04T15:30:00.000Z', '2026-03-04T16:20:00.000Z')] });
    expect(windowOf(over).to).toBe(Date.parse(over.ends_at));
  });

  it('are as many as the day has when the clock is changed', () => {
    const spring = calendarDay({
      starts_at: '2026-03-28T23:00:00.000Z',
      ends_at: '2026-03-29T22:00:00.000Z',
      opens_at: '2026-03-28T23:00:00.000Z',
      closes_at: '2026-03-29T22:00:00.000Z',
    });
    expect(hoursIn(windowOf(spring))).toBe(23);
    expect(shown(spring, 'Europe/Berlin').slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00']);
    const autumn = calendarDay({
      starts_at: '2026-10-24T22:00:00.000Z',
      ends_at: '2026-10-25T23:00:00.000Z',
      opens_at: '2026-10-24T22:00:00.000Z',
      closes_at: '2026-10-25T23:00:00.000Z',
    });
    expect(hoursIn(windowOf(autumn))).toBe(25);
    expect(shown(autumn, 'Europe/Berlin').slice(1, 5)).toEqual(['01:00', '02:00', '02:00', '03:00']);
  });

  it('are from eight to eight in a store that names none', () => {
    const never = calendarDay({ opens_at: null, closes_at: null });
    expect(shown(never, 'Asia/Shanghai')[0]).toBe('08:00');
    expect(hoursIn(windowOf(never))).toBe(12);
  });
});

it('places a drive by the time that passes, and cuts off what is of another day', () => {
  const window = windowOf(calendarDay());
  const quarter = drive('2026-03-04T02:15:00.000Z', '2026-03-04T03:00:00.000Z');
  expect(placeOf(quarter, window)).toEqual({ top: 1.25, height: 0.75 });
  const before = drive('2026-03-03T23:00:00.000Z', '2026-03-04T02:00:00.000Z');
  expect(placeOf(before, window)).toEqual({ top: 0, height: 1 });
});

it('offers the half hours that are free and have not passed', () => {
  const window = windowOf(calendarDay());
  const taken = [drive('2026-03-04T06:15:00.000Z', '2026-03-04T07:00:00.000Z')];
  const slots = freeSlots(taken, window, Date.parse('2026-03-04T05:40:00.000Z'));
  expect(slots.map((at) => timeOf(at, 'Asia/Shanghai', 'en'))).toEqual([
    '13:30',
    '15:00',
    '15:30',
    '16:00',
    '16:30',
    '17:00',
    '17:30',
  ]);
});
