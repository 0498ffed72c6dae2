import type { QuotePaper } from '@platform/api/types';
import { expect, it } from 'vitest';
import { card } from '../../../testing/cards';
import { quotePaper } from '../../../testing/quotes';
import { beginQuoting, beginRevising, lacks, missingIn, newLine, quoteBody, sumsOf } from './quoting';

const today = '2026-03-04';
const begun = beginQuoting(card({ colour: '珍珠白' }), 'q1', today);

it('begins with what is known of what they want, for a week', () => {
  expect(begun).toMatchObject({ model: { label: '云岭 5' }, colour: '珍珠白', payment: 'cash' });
  expect(begun.lines.map(({ kind, text }) => [kind, text])).toEqual([['vehicle', '云岭 5']]);
  expect(begun.valid_until).toBe('2026-03-11');
  expect(missingIn(begun)).toEqual(['price']);
});

it('leaves out lines in which nothing was written, and names what is missing in the others', () => {
  const blank = newLine(begun.lines);
  const priced = { ...newLine([blank]), unit_price: 100 };
  const named = { ...newLine([priced]), text: '脚垫' };
  expect(missingIn({ ...begun, lines: [blank] })).toEqual(['lines']);
  expect(missingIn({ ...begun, lines: [blank, priced, named] })).toEqual(['text', 'price']);
  expect([blank, priced, named].map((line) => [lacks(line, 'text'), lacks(line, 'price')])).toEqual([
    [false, false],
    [true, false],
    [false, true],
  ]);
  const body = quoteBody({ ...begun, lines: [blank, { ...named, unit_price: 30_000, quantity: 2 }] });
  expect(body.terms.lines).toEqual([{ kind: 'accessory', text: '脚垫', quantity: 2, unit_price: 30_000 }]);
});

it('asks for the terms of a loan, and tells about what it costs a month', () => {
  const lines = begun.lines.map((line) => ({ ...line, unit_price: 10_100_000 }));
  const loan = { ...begun, lines, payment: 'loan' as const, months: 12, rate: null, discount: 100_000 };
  expect(missingIn(loan)).toEqual(['down_payment', 'rate']);
  const full = { ...loan, down_payment: 0, rate: 6, deposit: 0 };
  expect(sumsOf(full)).toEqual({
    ...{ subtotal: 10_100_000, total: 10_000_000, lent: 10_000_000, due: 0, monthly: 860_664 },
  });
  expect(sumsOf({ ...full, rate: 0, months: 3 }).monthly).toBe(3_333_333);
  expect(quoteBody({ ...full, rate: 3.88 }).terms.loan).toEqual({
    ...{ down_payment: 0, months: 12, yearly_rate: 388 },
  });
});

it('begins a next version as the last one was, but with a day that has not passed', () => {
  const paper: QuotePaper = quotePaper({ valid_until: '2026-03-01', remark: null });
  const revising = beginRevising(paper, 'v2', today);
  expect(revising).toMatchObject({ id: 'v2', valid_until: '2026-03-11', rate: 3.88, payment: 'loan' });
  const { terms } = quoteBody(revising);
  expect(terms.lines).toEqual(
    paper.lines.map(({ kind, text, quantity, unit_price }) => ({ kind, text, quantity, unit_price })),
  );
  expect(terms).toMatchObject({ discount: paper.discount, deposit: paper.deposit, remark: null });
  const inWords = beginRevising({ ...paper, model_id: null, model: '二手 X' }, 'v2', today);
  expect(quoteBody(inWords).terms).toMatchObject({ model_id: null, model: '二手 X' });
});
