import type { components } from '@platform/api/schema';
import { chen, store } from './people';

type Schemas = components['schemas'];
type Figure = Schemas['Figure'];

export const lists = {
  [`GET /stores/${store.id}/reasons`]: {
    items: [
      entry('U1', null, '没有索取', 'Not asked'),
      entry('U1.judged', 'U1', '觉得不像买家', 'Judged not a buyer'),
      entry('U1.forgot', 'U1', '忘了问', 'Forgot to ask'),
      entry('U2', null, '问了，不肯留', 'Asked, refused'),
      entry('U2.fears_calls', 'U2', '怕被打扰', 'Fears calls'),
    ],
  },
  [`GET /stores/${store.id}/channels`]: { items: [entry('video.douyin', 'video', '抖音', 'Douyin')] },
  [`GET /stores/${store.id}/staff`]: { items: [chen] },
  'GET /models': { items: [], next_cursor: null },
};

function entry(code: string, parent_code: string | null, label_zh: string, label_en: string) {
  return { code, parent_code, label_zh, label_en, position: 1, retired: false, version: 1 };
}

export const figure = (number: number, change: Partial<Figure> = {}): Figure => ({
  visit_id: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  store_id: store.id,
  arrived_at: new Date(Date.UTC(2026, 1, 1, 1, 7 * number)).toISOString(),
  state: 'filed',
  reason_code: null,
  salesperson: chen,
  model: null,
  channel_code: 'video.douyin',
  minutes: 25,
  story: `第${number}位的故事`,
  ...change,
});

export const rate = (filed: number, unfiled: number, change: Partial<Schemas['Rate']> = {}) => ({
  ...{ filed, unfiled, open: 0, low: 0.5, high: 0.7 },
  rate: filed + unfiled === 0 ? null : filed / (filed + unfiled),
  ...change,
});

/** Fifty-eight who can be reached, thirty of whom nobody asked, nine who refused, and three still open. */
export function hundred(change: Partial<Schemas['Hundred']> = {}): Schemas['Hundred'] {
  const figures = Array.from({ length: 100 }, (_, at) => figure(at, whatBecame(at)));
  return {
    now: '2026-02-02T02:00:00.000Z',
    month: null,
    figures,
    groups: [
      { state: 'filed', cause: null, count: 58 },
      { state: 'unfiled', cause: 'U1', count: 30 },
      { state: 'unfiled', cause: 'U2', count: 9 },
      { state: 'open', cause: null, count: 3 },
    ],
    rate: rate(58, 39, { open: 3 }),
    before: rate(50, 48),
    comparison: { difference: 0.0877, low: -0.05, high: 0.22, verdict: 'no_difference', needed: 388 },
    completeness: { logged: 180, counted: 200, share: 0.9 },
    thinner: false,
    ...change,
  };
}

function whatBecame(at: number): Partial<Figure> {
  if (at < 58) return {};
  if (at < 88) return { state: 'unfiled', reason_code: at % 2 ? 'U1.judged' : 'U1.forgot' };
  return at < 97 ? { state: 'unfiled', reason_code: 'U2.fears_calls' } : { state: 'open' };
}
