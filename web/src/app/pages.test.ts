import type { Right } from '@platform/api/types';
import { expect, it, vi } from 'vitest';
import { fetchAhead, pages, pagesFor } from './pages';

const firstOf = (...rights: Right[]) =>
  pagesFor((...anyOf) => anyOf.some((each) => rights.includes(each)))[0];

it('begins the day of managers and of salespeople with the Hundred', () => {
  expect(firstOf('visits.read', 'visits.manage', 'visits.open')?.path).toBe('/hundred');
  expect(firstOf('visits.own', 'visits.open', 'visits.close')?.path).toBe('/hundred');
});

it('begins the day of the front desk at the door', () => {
  expect(firstOf('visits.read', 'visits.open', 'duty.manage', 'doors.tap')?.path).toBe('/door');
});

it('keeps the Hundred for who taps at the door but leads or sells', () => {
  expect(firstOf('visits.read', 'visits.open', 'visits.manage', 'doors.tap')?.path).toBe('/hundred');
  expect(firstOf('visits.own', 'visits.open', 'visits.close', 'doors.tap')?.path).toBe('/hundred');
});

it('shows the morning board to those only who may see cards and customers', () => {
  const has = (...rights: Right[]) =>
    pagesFor((...anyOf) => anyOf.some((each) => rights.includes(each))).some(({ path }) => path === '/board');
  expect(has('prospects.read', 'customers.read')).toBe(true);
  expect(has('prospects.read', 'visits.read')).toBe(false);
  expect(has('customers.read', 'prospects.own')).toBe(false);
});

it('fetches ahead only the page that the address names, whatever record it is about', () => {
  const loads = pages.map(({ path, page }) => ({
    path,
    load: vi.spyOn(page, 'load').mockRejectedValue('offline'),
  }));
  fetchAhead('/stores/1/visits/2');
  expect(loads.filter(({ load }) => load.mock.calls.length > 0).map(({ path }) => path)).toEqual([
    '/stores/:storeId/visits/:visitId',
  ]);
});
