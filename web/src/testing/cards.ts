import type { Card, Step } from '@platform/api/types';
import { chen, store } from './people';

export const card = (change: Partial<Card> = {}): Card => ({
  id: '01900000-0000-7000-8000-000000000030',
  store_id: store.id,
  customer: {
    id: '01900000-0000-7000-8000-000000000031',
    name: '王小明',
    phone: '13800138000',
    wechat: null,
    email: null,
  },
  salesperson: chen,
  standing: 'following',
  grade: 'B',
  grade_reason: null,
  purchase_when: 'this_month',
  expected_on: '2026-03-31',
  must_be_redated: false,
  sureness: null,
  model: { id: '01900000-0000-7000-8000-000000000032', name: '云岭 5' },
  colour: null,
  competing_model: null,
  car_condition: null,
  trade_in: null,
  payment: null,
  price_from: null,
  price_to: null,
  next: {
    at: '2026-03-02T15:59:59.999Z',
    on: '2026-03-02',
    timed: false,
    overdue: false,
    way: null,
    promise: null,
  },
  next_by: null,
  followed_at: null,
  reached_at: null,
  tries: 0,
  visit_id: null,
  opened_at: '2026-02-20T02:00:00.000Z',
  closed_at: null,
  version: 1,
  can: ['follow_up', 'edit'],
  ...change,
});

export const step = (change: Partial<Step>): Step => ({
  at: '2026-03-01T02:00:00.000Z',
  kind: 'card_opened',
  by: chen,
  visit: null,
  follow_up: null,
  grade_from: null,
  grade_to: null,
  grade_cause: null,
  fields: null,
  from: null,
  to: null,
  ...change,
});

export const followUpStep = (change: Partial<NonNullable<Step['follow_up']>> = {}): Step =>
  step({
    kind: 'follow_up',
    follow_up: {
      id: 'f1',
      way: 'call',
      reached: true,
      said: null,
      grade: 'B',
      next_on: '2026-03-05',
      counted: true,
      ...change,
    },
  });
