import { expect, it } from 'vitest';
import { card } from '../../../testing/cards';
import { beginOrdering, missingIn, orderBody } from './ordering';

it('begins with what is known of what they want', () => {
  const known = card({ model: { id: 'm1', name: '山海 5' }, colour: '珍珠白' });
  expect(beginOrdering(known, 'o1')).toMatchObject({
    model: { id: 'm1', label: '山海 5' },
    colour: '珍珠白',
  });
});

it('cannot do without a model and a price', () => {
  const empty = beginOrdering(card({ model: null }), 'o1');
  expect(missingIn(empty)).toEqual(['model', 'price']);
  expect(missingIn({ ...empty, model: { id: 'm1', label: '山海 5' }, price: 1 })).toEqual([]);
});

it('says what was not filled in as nothing', () => {
  const body = orderBody({ ...beginOrdering(card({}), 'o1'), colour: '  ', price: 18_980_000 });
  expect(body).toMatchObject({ id: 'o1', colour: null, price: 18_980_000, deposit: 0, deliver_on: null });
});
