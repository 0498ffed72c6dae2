import { expect, it } from 'vitest';
import { askedOf, keptQuery, readLooking, usualColumns } from './looking';

const read = (text: string) => readLooking(new URLSearchParams(text));

it('looks at first for whom to follow up, newest first', () => {
  const looking = read('');
  expect(looking).toMatchObject({ view: 'list', standing: 'following', order: 'opened', descending: true });
  expect(askedOf(looking)).toMatchObject({ standing: 'following', open: null });
});

it('shows all open cards in a table, those first who are due', () => {
  const looking = read('view=table');
  expect(looking).toMatchObject({
    standing: 'open',
    order: 'next',
    descending: false,
    columns: usualColumns,
  });
  expect(askedOf(looking)).toMatchObject({ standing: null, open: 'true' });
});

it('looks everywhere for what needs a look, and among the open ones for cards of nobody', () => {
  expect(askedOf(read('attention=silent'))).toMatchObject({
    attention: 'silent',
    standing: null,
    open: null,
  });
  expect(askedOf(read('person=none'))).toMatchObject({
    unassigned: 'true',
    salesperson_id: null,
    open: 'true',
  });
  expect(askedOf(read('person=p1'))).toMatchObject({ unassigned: null, salesperson_id: 'p1' });
});

it('reads columns and order from the address, and passes over what it does not know', () => {
  const looking = read('view=table&sort=-tries&columns=customer,secret,tries,customer&grade=Z&view=table');
  expect(looking).toMatchObject({
    order: 'tries',
    descending: true,
    columns: ['customer', 'tries'],
    grade: null,
  });
});

it('keeps how one looks, and not what is open on the page', () => {
  expect(keptQuery(new URLSearchParams('list=overdue~H~&grade=H&sort=-next&secret=1'))).toBe(
    'grade=H&sort=-next',
  );
});
