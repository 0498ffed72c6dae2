import { describe, expect, it } from 'vitest';
import { appointment, calendarDay, testDrive } from '../../../testing/plans';
import {
  beginPlan,
  invitationOf,
  inTheWay,
  missingIn,
  momentOf,
  planOfAppointment,
  planOfDrive,
  type Plan,
} from './planning';

const zone = 'Asia/Shanghai';
const ids = { id: 'a1', driveId: 'd1' };
const plan = (change: Partial<Plan> = {}): Plan => ({
  ...beginPlan(),
  purpose: 'visit',
  day: '2026-03-05',
  time: '15:00',
  ...change,
});
const missing = (change: Partial<Plan>, withCar = false) =>
  missingIn(plan(change), withCar).map(({ pointer }) => pointer);

describe('a plan', () => {
  it('needs what for, which day and what time', () => {
    expect(missingIn(beginPlan(), false).map(({ pointer }) => pointer)).toEqual(['/purpose', '/day', '/at']);
    expect(missing({})).toEqual([]);
    expect(missing({ purpose: 'test_drive' })).toEqual([]); // which car is seen then
  });

  it('of a drive needs the car, and for now neither day nor time', () => {
    expect(missing({}, true)).toEqual(['/car_id']);
    expect(missing({ purpose: 'test_drive', now: true, day: null, time: null })).toEqual(['/car_id']);
    expect(missing({ purpose: 'test_drive', now: true, day: null, time: null, carId: 'c' })).toEqual([]);
  });

  it('is a moment of the store, or this minute', () => {
    expect(momentOf(plan(), zone, 0)).toBe('2026-03-05T07:00:00.000Z');
    const now = Date.parse('2026-03-05T07:12:43.500Z');
    expect(momentOf(plan({ now: true }), zone, now)).toBe('2026-03-05T07:12:00.000Z');
    // The clock of the store is put forward at two: nine o'clock is an hour nearer.
    expect(momentOf(plan({ day: '2026-03-29', time: '09:00' }), 'Europe/Berlin', 0)).toBe(
      '2026-03-29T07:00:00.000Z',
    );
  });

  it('takes a car only for a test drive', () => {
    const at = '2026-03-05T07:00:00.000Z';
    const drives = plan({ purpose: 'test_drive', carId: 'c', minutes: 45, note: ' 带太太 ' });
    expect(invitationOf(drives, ids, at)).toEqual({
      ...{ id: 'a1', at, purpose: 'test_drive', note: '带太太' },
      drive: { id: 'd1', car_id: 'c', minutes: 45 },
    });
    expect(invitationOf({ ...drives, purpose: 'quote' }, ids, at).drive).toBeNull();
    expect(invitationOf({ ...drives, carId: null, note: '' }, ids, at)).toMatchObject({
      ...{ drive: null, note: null },
    });
  });

  it('begins where it stands when it is moved', () => {
    expect(planOfAppointment(appointment({ note: '谈价' }), zone)).toMatchObject({
      ...{ purpose: 'quote', day: '2026-03-04', time: '15:00', note: '谈价' },
    });
    expect(planOfDrive(testDrive({ ends_at: '2026-03-04T07:45:00.000Z' }), zone)).toMatchObject({
      ...{ purpose: 'test_drive', day: '2026-03-04', time: '15:00', minutes: 45 },
    });
    expect(beginPlan({ day: '2026-03-04', carId: 'c' })).toMatchObject({ purpose: 'test_drive', carId: 'c' });
  });
});

it('sees who has the car then, but not who comes before or after', () => {
  const there = testDrive();
  const day = calendarDay({ drives: [there] });
  const found = (at: string, minutes: number, but?: string) =>
    inTheWay(day, there.car.id, `2026-03-04T${at}:00.000Z`, minutes, but).length;
  expect(found('06:30', 30)).toBe(0);
  expect(found('06:30', 31)).toBe(1);
  expect(found('07:29', 15)).toBe(1);
  expect(found('07:30', 15)).toBe(0);
  expect(found('07:00', 30, there.id)).toBe(0);
  expect(inTheWay(day, 'another', '2026-03-04T07:00:00.000Z', 30)).toEqual([]);
});
