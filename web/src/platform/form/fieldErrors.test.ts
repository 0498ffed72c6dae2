import { expect, it } from 'vitest';
import { rewritten, sentenceAt, unclaimed } from './fieldErrors';

const errors = [
  { pointer: '/customer/phone', code: 'invalid', detail: '电话不对' },
  { pointer: '/consent/purposes/0', code: 'unknown', detail: '没有这个用途' },
];

it('brings a refusal to its field and keeps the rest for the form', () => {
  expect(sentenceAt(errors, '/customer/phone')).toBe('电话不对');
  expect(sentenceAt(errors, '/consent')).toBe('没有这个用途');
  expect(sentenceAt(errors, '/customer/name')).toBeUndefined();
  expect(unclaimed(errors, ['/customer/phone'])).toEqual([errors[1]]);
});

it('knows whether a refused field has been written anew', () => {
  const refused = { phone: '12', priceFrom: '9', list_price: 1 };
  expect(rewritten('/customer/phone', refused, { ...refused })).toBe(false);
  expect(rewritten('/customer/phone', refused, { ...refused, phone: '138' })).toBe(true);
  expect(rewritten('/price_from', refused, { ...refused, priceFrom: '8' })).toBe(true);
  expect(rewritten('/list_price', refused, { ...refused, list_price: 2 })).toBe(true);
  expect(rewritten('/consent', refused, { ...refused, phone: '138' })).toBe(false);
});
