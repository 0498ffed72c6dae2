import { expect, it } from 'vitest';
import { shareOf } from './share';

it('keeps silent about percentages of small numbers', () => {
  expect(shareOf(3, 7)).toEqual({ part: 3, of: 7, percent: null, missing: 13 });
  expect(shareOf(15, 20)).toEqual({ part: 15, of: 20, percent: 75, missing: 0 });
  expect(shareOf(0, 0).percent).toBeNull();
});
