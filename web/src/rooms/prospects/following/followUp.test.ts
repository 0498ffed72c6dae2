import { describe, expect, it } from 'vitest';
import { card } from '../../../testing/cards';
import { beginFollowUp, daysAhead, followUpBody, wasReached, wrongsOf, type FollowUp } from './followUp';

const today = '2026-03-02';
const about = { id: 'f1', at: '2026-03-02T02:00:00.000Z', zone: 'Asia/Shanghai' };
const form = (change: Partial<FollowUp> = {}): FollowUp => ({
  ...beginFollowUp('call'),
  reached: true,
  nextOn: '2026-03-04',
  ...change,
});
const wrong = (change: Partial<FollowUp>, grade: 'B' | 'N' = 'B') =>
  wrongsOf(form(change), card({ grade }), today).map(({ pointer }) => pointer);

describe('a follow-up', () => {
  it('needs a way, an answer and the next date, and nothing else', () => {
    expect(wrongsOf(beginFollowUp(null), card(), today).map(({ pointer }) => pointer)).toEqual([
      '/way',
      '/next_on',
    ]);
    expect(wrong({ reached: null })).toEqual(['/reached']);
    expect(wrong({})).toEqual([]);
  });

  it('asks when they mean to buy of whom nobody knows it, once they were reached', () => {
    expect(wrong({}, 'N')).toEqual(['/purchase_when']);
    expect(wrong({ purchaseWhen: 'unknown' }, 'N')).toEqual([]);
    expect(wrong({ reached: false }, 'N')).toEqual([]);
    expect(wrong({ way: 'test_drive', reached: null }, 'N')).toEqual(['/purchase_when']);
    expect(wrong({ ending: 'loss', said: '买了别家' }, 'N')).toEqual([]);
  });

  it('is not planned for a day that has passed, and a named day has to be named', () => {
    expect(wrong({ nextOn: '2026-03-01' })).toEqual(['/next_on']);
    expect(wrong({ nextOn: today })).toEqual([]);
    expect(wrong({ purchaseWhen: 'date' })).toEqual(['/purchase_day']);
  });

  it('that gives up says why, and has no next date', () => {
    expect(wrong({ ending: 'loss', nextOn: null })).toEqual(['/said']);
    const body = followUpBody(
      form({ ending: 'loss', said: ' 买了别家 ', promise: '发报价', purchaseWhen: 'date' }),
      about,
    );
    expect(body).toMatchObject({
      ending: 'loss',
      said: '买了别家',
      next_on: null,
      next_at: null,
      promise: null,
    });
    expect(body).toMatchObject({ purchase_when: null, purchase_day: null });
  });

  it('may end with an appointment, which needs a time and stays the same one', () => {
    expect(wrong({ appointment: 'quote' })).toEqual(['/next_at']);
    const agreed = form({ appointment: 'test_drive', appointmentId: 'a1', nextTime: '15:30' });
    expect(wrongsOf(agreed, card(), today)).toEqual([]);
    expect(followUpBody(agreed, about).appointment).toEqual({ id: 'a1', purpose: 'test_drive' });
    expect(followUpBody({ ...agreed, ending: 'loss' }, about).appointment).toBeNull();
  });

  it('reaches whoever was there', () => {
    expect(wasReached(form({ way: 'home_visit', reached: null }))).toBe(true);
    expect(wasReached(form({ way: 'message', reached: null }))).toBeNull();
    expect(followUpBody(form({ way: 'visit', reached: false }), about).reached).toBe(true);
  });

  it('is due in the course of a day, or at a minute of the store', () => {
    expect(followUpBody(form(), about)).toMatchObject({ next_on: '2026-03-04', next_at: null });
    expect(followUpBody(form({ nextTime: '15:30' }), about)).toMatchObject({
      next_on: null,
      next_at: '2026-03-04T07:30:00.000Z',
    });
  });
});

it('offers the usual days, over the end of a month too', () => {
  expect(daysAhead('2026-02-27', null).map(({ day }) => day)).toEqual([
    '2026-02-28',
    '2026-03-01',
    '2026-03-03',
    '2026-03-06',
    '2026-03-14',
  ]);
});

it('offers the latest day that keeps the cadence in its place, unless it has passed', () => {
  const days = (usual: string | null) =>
    daysAhead('2026-03-02', usual).map((each) => `${each.days}${each.usual ? '*' : ''}`);
  expect(days('2026-03-05')).toEqual(['1', '2', '3*', '4', '7', '15']);
  expect(days('2026-03-06')).toEqual(['1', '2', '4*', '7', '15']);
  expect(days('2026-04-01')).toEqual(['1', '2', '4', '7', '15', '30*']);
  expect(days('2026-03-02')).toEqual(['1', '2', '4', '7', '15']);
});
