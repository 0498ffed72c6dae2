import type { Quote, QuotePaper } from '@platform/api/types';
import { card } from './cards';
import { chen, store } from './people';

const id = '01900000-0000-7000-8000-000000000070';

export const quote = (change: Partial<Quote> = {}): Quote => ({
  id,
  store_id: store.id,
  card_id: card().id,
  number: 'Q-2026-000001',
  state: 'given',
  versions: [
    {
      ...{ n: 2, state: 'given', by: chen, total: 18_808_000 },
      ...{ given_at: '2026-03-02T02:00:00.000Z', valid_until: '2026-03-11' },
    },
    {
      ...{ n: 1, state: 'superseded', by: chen, total: 19_108_000 },
      ...{ given_at: '2026-03-01T02:00:00.000Z', valid_until: '2026-03-08' },
    },
  ],
  withdraw_reason: null,
  version: 2,
  can: ['revise', 'withdraw'],
  ...change,
});

export const quotePaper = (change: Partial<QuotePaper> = {}): QuotePaper => ({
  id,
  store_id: store.id,
  card_id: card().id,
  number: 'Q-2026-000001',
  ...{ n: 2, versions: 2, state: 'given', given_at: '2026-03-02T02:00:00.000Z', given_on: '2026-03-02' },
  ...{
    valid_until: '2026-03-11',
    store_name: store.name,
    store_address: null,
    store_phone: null,
    customer_name: '王小明',
    salesperson_name: chen.name,
  },
  currency: 'CNY',
  ...{ model_id: '01900000-0000-7000-8000-000000000032', model: '云岭 5', trim: '豪华型', colour: '珍珠白' },
  lines: [
    { kind: 'vehicle', text: '云岭 5', quantity: 1, unit_price: 18_980_000, amount: 18_980_000 },
    { kind: 'accessory', text: '脚垫', quantity: 2, unit_price: 30_000, amount: 60_000 },
  ],
  ...{
    subtotal: 19_040_000,
    discount: 232_000,
    trade_in: 0,
    total: 18_808_000,
    deposit: 500_000,
    due: 5_500_000,
  },
  total_in_capitals: '人民币壹拾捌万捌仟零捌拾元整',
  loan: {
    ...{ down_payment: 6_000_000, months: 36, yearly_rate: 388 },
    ...{ lent: 12_808_000, instalment: 377_460, repaid: 13_588_560 },
  },
  remark: '送两次保养',
  withdraw_reason: null,
  ...change,
});
