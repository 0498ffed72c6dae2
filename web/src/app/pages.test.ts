import type { Right } from '@platform/api/types';
import { expect, it } from 'vitest';
import { pagesFor } from './pages';

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
