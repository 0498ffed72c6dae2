import type { House, Me, Store, Visit } from '@platform/api/types';

export const store: Store = {
  id: '01900000-0000-7000-8000-000000000001',
  group_id: '01900000-0000-7000-8000-000000000002',
  code: 'HZ01',
  name: '滨江店',
  time_zone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  opening_hours: [],
  retired: false,
  version: 1,
};

export const me: Me = {
  id: '01900000-0000-7000-8000-000000000010',
  name: '赵敏',
  login: 'zhao',
  roles: ['receptionist', 'salesperson'],
  rights: [
    'visits.open',
    'visits.own',
    'visits.close',
    'customers.own',
    'doors.tap',
    'duty.manage',
    'people.edit',
  ],
  stores: [store],
  language: 'zh',
  theme: 'system',
  must_change_password: false,
};

export const chen = { id: '01900000-0000-7000-8000-000000000011', name: '陈伟' };
export const li = { id: '01900000-0000-7000-8000-000000000012', name: '李娜' };

export const visit = (change: Partial<Visit> = {}): Visit => ({
  id: '01900000-0000-7000-8000-000000000020',
  store_id: store.id,
  way: 'walk_in',
  kind: 'visit',
  occasion: 'first',
  arrived_at: '2026-03-02T02:00:00.000Z',
  left_at: null,
  minutes: null,
  day: '2026-03-02',
  party_size: 2,
  salesperson: chen,
  first_salesperson: chen,
  opened_by: me,
  channel_code: null,
  standing: 'open',
  overdue: false,
  customer: null,
  model: null,
  price_from: null,
  price_to: null,
  purchase_when: null,
  purchase_day: null,
  reason_code: null,
  asks: null,
  second_face: null,
  story: null,
  test_drive: null,
  quote: null,
  trade_in: null,
  exclusion_code: null,
  exclusion_asked_by: null,
  exclusion_confirmed_by: null,
  closed_at: null,
  version: 1,
  can: ['file', 'leave_unfiled', 'exclude', 'edit', 'depart'],
  ...change,
});

export const house = (change: Partial<House> = {}): House => ({
  now: '2026-03-02T02:30:00.000Z',
  day: '2026-03-02',
  hour: 10,
  visits: [],
  duty: [
    { person: chen, turns: 1, skipped: 0, on_turn: true, busy: false },
    { person: li, turns: 0, skipped: 0, on_turn: false, busy: true },
  ],
  on_turn: chen,
  logged_parties: 1,
  counted_parties: 2,
  tapped_this_hour: 2,
  ...change,
});
