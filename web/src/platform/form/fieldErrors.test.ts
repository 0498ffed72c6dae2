import { expect, it } from 'vitest';
import { sentenceAt, unclaimed } from './fieldErrors';

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
