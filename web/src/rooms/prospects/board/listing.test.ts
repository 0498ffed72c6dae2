import { expect, it } from 'vitest';
import { listAddress, readAttention, readListing, writeListing, type Listing } from './listing';

const all: Listing[] = [
  { measure: 'open', grade: null, person: null },
  { measure: 'overdue', grade: 'H', person: '01900000-0000-7000-8000-000000000011' },
  { measure: 'silent', grade: null, person: '01900000-0000-7000-8000-000000000011' },
  { measure: 'due', grade: 'N', person: null },
];

it('reads from an address what was written into it', () => {
  expect(all.map((listing) => readListing(writeListing(listing)))).toEqual(all);
});

it('opens nothing that it does not know', () => {
  expect([null, '', 'closed~H~', '~H~1'].map(readListing)).toEqual([null, null, null, null]);
  expect(['open', 'late', null].map(readAttention)).toEqual([null, null, null]);
});

it('leads to the same cards among the prospects, whatever has become of them', () => {
  expect(listAddress({ measure: 'overdue', grade: 'H', person: '7' })).toBe(
    '/prospects?standing=all&attention=overdue&grade=H&person=7',
  );
  expect(listAddress({ measure: 'open', grade: 'H', person: null })).toBeNull();
});
