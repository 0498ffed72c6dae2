import type { components } from '@platform/api/schema';
import { rate } from './firstVisits';
import { chen, li, store } from './people';

type Schemas = components['schemas'];
type Groups = Schemas['Groups'];
type MonthPoint = Schemas['MonthPoint'];

export const otherStore = {
  ...store,
  id: '01900000-0000-7000-8000-000000000003',
  code: 'SH01',
  name: '浦东店',
};

const completeness = (share: number | null) =>
  share === null ? { logged: 90, counted: 0, share } : { logged: 200 * share, counted: 200, share };

/** Unfiled of those with a result; the limits are those of chance for as many. */
export function month(
  name: string,
  unfiled: number,
  of: number,
  change: Partial<MonthPoint> = {},
): MonthPoint {
  return {
    month: name,
    filing: rate(of - unfiled, unfiled, { open: 1 }),
    rate: of === 0 ? null : unfiled / of,
    low: 0.1923,
    high: 0.3961,
    outside: false,
    in_run: false,
    completeness: completeness(0.9),
    thinner: false,
    ...change,
  };
}

/** The months of the domain brief, the last of them a signal. */
export function months(change: Partial<Schemas['MonthChart']> = {}): Schemas['MonthChart'] {
  return {
    centre: 0.29422,
    widened: false,
    sigma_z: 1,
    points: [
      month('2025-08', 54, 180),
      month('2025-09', 46, 165),
      month('2025-10', 61, 210),
      month('2025-11', 59, 190),
      month('2025-12', 47, 175),
      month('2026-01', 36, 200, { low: 0.1976, high: 0.3909, outside: true }),
    ],
    overall: rate(817, 303, { open: 6 }),
    completeness: completeness(0.9),
    ...change,
  };
}

export function causes(change: Partial<Schemas['Causes']> = {}): Schemas['Causes'] {
  return {
    unfiled: 303,
    causes: [
      {
        ...{ code: 'U1', count: 200, share: 200 / 303, cumulative: 200 / 303, vital: true },
        reasons: [
          { code: 'U1.judged', count: 120, share: 0.6, cumulative: 0.6, vital: true },
          { code: 'U1.forgot', count: 80, share: 0.4, cumulative: 1, vital: false },
        ],
      },
      {
        ...{ code: 'U2', count: 103, share: 103 / 303, cumulative: 1, vital: false },
        reasons: [{ code: 'U2.fears_calls', count: 103, share: 1, cumulative: 1, vital: true }],
      },
    ],
    unknown_share: 0,
    unknown_alarm: false,
    ...change,
  };
}

const overall = 303 / 1120;

export function group(value: string, name: string | null, filed: number, unfiled: number, more = {}) {
  const of = filed + unfiled;
  const chance = 1.96 * Math.sqrt((overall * (1 - overall)) / Math.max(1, of));
  return {
    ...{ value, name, filed, unfiled, open: 0 },
    ...{ rate: of === 0 ? null : unfiled / of, low: 0.1, high: 0.5, shrunken: 0.28 },
    ...{ funnel_low: overall - chance, funnel_high: overall + chance },
    ...{ funnel_lowest: overall - 1.6 * chance, funnel_highest: overall + 1.6 * chance },
    ...{ beyond: false, more_visits: 0, ...more },
  };
}

export const groups = (by: Groups['by'], points: Groups['groups'], rates = true): Groups => ({
  by,
  rates,
  overall: rates ? overall : null,
  groups: points,
});

export const byPerson = groups('person', [
  group(chen.id, chen.name, 500, 100, { beyond: true }),
  group(li.id, li.name, 317, 203),
]);

export const differences = (change: Partial<Schemas['Differences']> = {}): Schemas['Differences'] => ({
  looked_at: 42,
  found: [
    {
      ...{
        by: 'person',
        value: chen.id,
        name: chen.name,
        unfiled: 100,
        of: 600,
        rest_unfiled: 203,
        rest_of: 520,
      },
      ...{ difference: -0.22, low: -0.27, high: -0.17, p: 0.0001 },
    },
    {
      ...{ by: 'hour', value: '-12', name: null, unfiled: 60, of: 150, rest_unfiled: 243, rest_of: 970 },
      ...{ difference: 0.15, low: 0.004, high: 0.23, p: 0.02 },
    },
  ],
  too_small: [{ by: 'minutes', value: '0', name: null, of: 7, more_visits: 341 }],
  ...change,
});

/** Everything the page asks for, of a store or a group. */
export function pageOf(
  path: string,
  change: Record<string, unknown> = {},
  more: Record<string, Groups> = {},
) {
  const others: Record<string, Groups> = {
    ...more,
    person: byPerson,
    hour: groups('hour', [group('2-13', null, 30, 25), group('6-10', null, 9, 3)]),
    channel: groups('channel', [group('', null, 100, 20), group('video.douyin', null, 50, 22)]),
    model: groups('model', [group('m', '小满 城市版', 300, 40), group('', null, 0, 200, { beyond: true })]),
    minutes: groups('minutes', [group('30', null, 400, 100), group('0', null, 0, 7, { more_visits: 83 })]),
    asks: groups('asks', [group('0', null, 0, 200), group('1', null, 0, 103)], false),
    second_face: groups('second_face', [group('1', null, 0, 40)], false),
    on_duty: groups('on_duty', [group('10', null, 400, 100), group('4', null, 300, 90)]),
  };
  return {
    [`GET ${path}/unfiled/months`]: months(),
    [`GET ${path}/unfiled/causes`]: causes(),
    [`GET ${path}/unfiled/differences`]: differences(),
    [`GET ${path}/unfiled/groups`]: ({ query }: { query: URLSearchParams }) => ({
      body: others[query.get('by') ?? ''],
    }),
    ...change,
  };
}
