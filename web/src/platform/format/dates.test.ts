import { describe, expect, it } from 'vitest';
import { addDays, dayOf, instantOf, minutesBetween, showDay, showSpan, timeOf } from './dates';

const shanghai = 'Asia/Shanghai';

describe('dates', () => {
  it('takes the day from the store, not from the reader', () => {
    expect(dayOf('2026-03-01T17:30:00.000Z', shanghai)).toBe('2026-03-02');
    expect(dayOf('2026-03-01T17:30:00.000Z', 'Europe/Berlin')).toBe('2026-03-01');
    expect(timeOf('2026-03-01T16:05:00.000Z', shanghai, 'zh')).toBe('00:05');
  });

  it('writes days as the reader writes them', () => {
    expect(showDay('2026-03-01', 'zh', true)).toContain('2026年3月1日');
    expect(showDay('2026-03-01', 'en')).toBe('1 Mar 2026');
  });

  it('turns a time on the store clock into an instant, across clock changes too', () => {
    expect(instantOf('2026-03-02', '00:30', shanghai)).toBe('2026-03-01T16:30:00.000Z');
    expect(instantOf('2026-03-29', '12:00', 'Europe/Berlin')).toBe('2026-03-29T10:00:00.000Z');
    expect(instantOf('2026-03-29', '01:30', 'Europe/Berlin')).toBe('2026-03-29T00:30:00.000Z');
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
  });

  it('never shows negative minutes when a device clock is behind', () => {
    expect(minutesBetween('2026-03-01T10:00:00Z', '2026-03-01T09:59:00Z')).toBe(0);
  });
});
