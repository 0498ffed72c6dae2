import { expect, it } from 'vitest';
import { assign, remembered, samples } from './mapping';
import type { Import } from './types';

const made = (id: string, change: Partial<Import> = {}): Import => ({
  id,
  store_id: 's',
  file_name: 'a.csv',
  kind: 'visits',
  state: 'mapping',
  format: { xlsx: false, encoding: 'UTF-8', delimiter: ',' },
  headers: ['日期', '姓名'],
  preview: [],
  columns: [null, null],
  default_year: 2026,
  rows_total: 0,
  rows_done: 0,
  created: 0,
  matched: 0,
  refused: 0,
  first_day: null,
  last_day: null,
  error: null,
  created_at: '2026-03-02T00:00:00.000Z',
  created_by: null,
  version: 1,
  ...change,
});

it('moves a field that another column had', () => {
  expect(assign(['arrived_on', 'phone', null], 2, 'phone')).toEqual(['arrived_on', null, 'phone']);
  expect(assign([null, null], 0, null)).toEqual([null, null]);
});

it('remembers the columns of an earlier file with the same head', () => {
  const earlier = made('a', {
    state: 'done',
    columns: ['arrived_on', 'customer_name'],
    default_year: 2025,
    created_at: '2026-02-01T00:00:00.000Z',
  });
  const now = made('b');
  expect(remembered(now, [now, earlier])).toEqual({
    columns: ['arrived_on', 'customer_name'],
    default_year: 2026,
  });
  expect(remembered(made('c', { headers: ['电话'] }), [earlier])).toBeNull();
  expect(remembered(made('d', { kind: 'prospects' }), [earlier])).toBeNull();
});

it('shows different values of a column only once', () => {
  expect(samples([['a'], ['a'], [''], ['b']], 0)).toEqual(['a', 'b']);
});
