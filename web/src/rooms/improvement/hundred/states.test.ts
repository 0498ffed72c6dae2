import { expect, it } from 'vitest';
import { figure } from '../../../testing/firstVisits';
import type { FigureGroup } from '../types';
import { causes, flocksOf, lookOf, states } from './states';

it('tells everything that may become of somebody apart, without colour too', () => {
  const signs = [...Object.values(states), ...Object.values(causes)].map(({ sign }) => sign);
  expect(new Set(signs).size).toBe(signs.length);
  for (const state of ['closed', 'filed', 'follow_up', 'overdue', 'lost', 'open'])
    expect(states).toHaveProperty(state);
});

it("gives a cause of the store's own, and a state it does not know, a look instead of nothing", () => {
  const own = lookOf({ state: 'unfiled', cause: 'X7' });
  expect(own).toEqual(lookOf({ state: 'sold_on' as FigureGroup['state'], cause: null }));
  expect(own.sign).toBe('dot');
});

it('puts a figure under the first level of its reason, and one without a reason under its own', () => {
  const figures = [
    figure(1, { state: 'unfiled', reason_code: 'U1.forgot' }),
    figure(2, { state: 'unfiled', reason_code: 'U1' }),
    figure(3, { state: 'unfiled', reason_code: null }),
    figure(4),
  ];
  const groups: FigureGroup[] = [
    { state: 'filed', cause: null, count: 1 },
    { state: 'unfiled', cause: 'U1', count: 2 },
    { state: 'unfiled', cause: '', count: 1 },
  ];
  const flocks = flocksOf(groups, figures);
  expect(flocks.map((flock) => flock.figures.length)).toEqual(groups.map(({ count }) => count));
});
