import type { Appointment, CalendarDay, TestDrive } from '@platform/api/types';
import { card } from './cards';
import { chen, store } from './people';

export const testDrive = (change: Partial<TestDrive> = {}): TestDrive => ({
  id: '01900000-0000-7000-8000-000000000061',
  store_id: store.id,
  card_id: card().id,
  customer: '王小明',
  salesperson: chen,
  car: { id: '01900000-0000-7000-8000-000000000060', name: '云岭 5 白' },
  appointment_id: null,
  starts_at: '2026-03-04T07:00:00.000Z',
  ends_at: '2026-03-04T07:30:00.000Z',
  standing: 'booked',
  licence_seen: null,
  odometer: null,
  reason: null,
  version: 1,
  can: ['edit', 'finish', 'cancel'],
  ...change,
});

export const appointment = (change: Partial<Appointment> = {}): Appointment => ({
  id: '01900000-0000-7000-8000-000000000062',
  store_id: store.id,
  card_id: card().id,
  customer: '王小明',
  salesperson: chen,
  purpose: 'quote',
  at: '2026-03-04T07:00:00.000Z',
  on: '2026-03-04',
  standing: 'invited',
  note: null,
  moves: 0,
  visit_id: null,
  reason: null,
  drive: null,
  version: 1,
  can: ['edit', 'arrive', 'cancel'],
  ...change,
});

/** 2026-03-04 of the store, open from nine to six. */
export const calendarDay = (change: Partial<CalendarDay> = {}): CalendarDay => ({
  now: '2026-03-04T02:00:00.000Z',
  day: '2026-03-04',
  starts_at: '2026-03-03T16:00:00.000Z',
  ends_at: '2026-03-04T16:00:00.000Z',
  opens_at: '2026-03-04T01:00:00.000Z',
  closes_at: '2026-03-04T10:00:00.000Z',
  cars: [],
  drives: [],
  appointments: [],
  ...change,
});
