import { expect, it } from 'vitest';
import { chen } from '../../../testing/people';
import { changesBetween, fields, historyOf, rulesOn, sent } from './rules';
import type { DatedRules, Rules, RulesPage } from './types';

const defaults: Rules = {
  ...{ h_days: 7, a_days: 15, b_days: 30, grace_days: 3, after_visit: 1 },
  ...{ every_n: 1, every_h: 2, every_a: 4, every_b: 7, every_c: 15, every_ordered: 7 },
};
const dated = (from_day: string | null, change: Partial<Rules> = {}): DatedRules => ({
  ...{ from_day, by: from_day ? chen : null },
  rules: { ...defaults, ...change },
});
const march = dated('2026-03-01', { h_days: 3 });
const april = dated('2026-04-01', { h_days: 3, every_c: 10 });
const may = dated('2026-05-01', { h_days: 3, every_c: 10 });

it('knows every number that the server asks for, each once', () => {
  expect([...fields].sort()).toEqual(Object.keys(defaults).sort());
});

it('tells what will hold on a day', () => {
  const page: RulesPage = { today: march, set: [may, april, march] };
  expect(rulesOn(page, '2026-03-31').every_c).toBe(15);
  expect(rulesOn(page, '2026-04-01').every_c).toBe(10);
  expect(rulesOn({ today: dated(null), set: [april] }, '2026-03-05')).toEqual(defaults);
});

it('names what was changed, with what it was before', () => {
  expect(changesBetween(march.rules, april.rules)).toEqual([{ field: 'every_c', from: 15, to: 10 }]);
});

it('tells what lies ahead, what holds and what has passed', () => {
  const told = historyOf({ today: april, set: [may, april, march] }, '2026-04-20');
  expect(told.map(({ state }) => state)).toEqual(['ahead', 'holds', 'past']);
  expect(told.map(({ changes }) => changes?.map(({ field }) => field) ?? null)).toEqual([
    [],
    ['every_c'],
    null,
  ]);
});

it('compares the first rules with the defaults for as long as those hold', () => {
  const [first] = historyOf({ today: dated(null), set: [march] }, '2026-02-20');
  expect(first?.state).toBe('ahead');
  expect(first?.changes).toEqual([{ field: 'h_days', from: 7, to: 3 }]);
});

it('leaves it to the server to miss a number', () => {
  expect(sent({ ...defaults, h_days: '' })).toEqual({ ...defaults, h_days: null });
});
