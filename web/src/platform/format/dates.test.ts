import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  instantOf,
  minutesBetween,
  monthOf,
  showDay,
  showMonth,
  showNearDay,
  showShortDay,
  showSpan,
  showWeekdayLetter,
  timeOf,
  weeksOf,
} from './dates';

const shanghai = 'Asia/Shanghai';

describe('dates', () => {
  it('takes the day from the store, not from the reader', () => {
    expect(dayOf('2026-03-01T17:30:00.000Z', shanghai)).toBe('2026-03-02');
    expect(dayOf('2026-03-01T17:30:00.000Z', 'Europe/Berlin')).toBe('2026-03-01');
    expect(timeOf('2026-03-01T16:05:00.000Z', shanghai, 'zh')).toBe('00:05');
  });

  it('writes days as the reader writes them', () => {
    expect(showDay('2026-03-01', 'zh', true)).toBe('2026年3月1日 周日');
    expect(showDay('2026-03-01', 'en')).toBe('1 Mar 2026');
    expect(showDay('2026-03-01', 'en', true)).toBe('Sun, 1 Mar 2026');
    expect(showShortDay('2026-03-01', 'zh', true)).toBe('3月1日 周日');
    expect([showMonth('2026-03-31', 'zh'), showMonth('2026-03-31', 'en')]).toEqual([
      '2026年3月',
      'March 2026',
    ]);
    expect([showWeekdayLetter('2026-03-02', 'zh'), showWeekdayLetter('2026-03-02', 'en')]).toEqual([
      '一',
      'Mon',
    ]);
  });

  it('turns a time on the store clock into an instant, across clock changes too', () => {
    expect(instantOf('2026-03-02', '00:30', shanghai)).toBe('2026-03-01T16:30:00.000Z');
    expect(instantOf('2026-03-29', '12:00', 'Europe/Berlin')).toBe('2026-03-29T10:00:00.000Z');
    expect(instantOf('2026-03-29', '01:30', 'Europe/Berlin')).toBe('2026-03-29T00:30:00.000Z');
  });

  it('lays a month out in weeks from Monday, whole at both ends', () => {
    const march = weeksOf('2026-03-15');
    expect([march.length, march[0]?.[0], march.at(-1)?.[6]]).toEqual([6, '2026-02-23', '2026-04-05']);
    expect(weeksOf('2027-02-01')).toHaveLength(4);
    expect(weeksOf('2026-05-31').flat()).toContain('2026-05-31');
    expect([monthOf('2026-01-31', -1), monthOf('2026-12-31', 1)]).toEqual(['2025-12-01', '2027-01-01']);
  });

  it('walks over month ends', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('says how long in the words of a glance', () => {
    expect(showSpan(35, 'zh')).toBe('35 分钟');
    expect(showSpan(125, 'zh')).toBe('2 小时 5 分');
    expect(showSpan(1500, 'zh')).toBe('1 天 1 小时');
    expect(showSpan(120, 'en')).toBe('2 h');
    expect(showSpan(125, 'en')).toBe('2 h 5 min');
    expect([showSpan(0, 'zh'), showSpan(0, 'en')]).toEqual(['0 分钟', '0 min']);
  });

  it('never shows negative minutes when a device clock is behind', () => {
    expect(minutesBetween('2026-03-01T10:00:00Z', '2026-03-01T09:59:00Z')).toBe(0);
  });
});

it('leaves the year out of days that are near, also over the turn of a year', () => {
  expect(showNearDay('2027-01-14', '2026-11-26', 'zh')).toBe('1月14日');
  expect(showNearDay('2026-11-24', '2026-11-26', 'en')).toBe('24 Nov');
});

it('says the year of days that lie far', () => {
  expect(showNearDay('2023-05-07', '2026-11-26', 'zh')).toBe('2023年5月7日');
  expect(showNearDay('2025-11-26', '2026-11-26', 'en')).toBe('26 Nov 2025');
});
