import { expect, it } from 'vitest';
import { splitForPhone } from './navigation';

const daily = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ path: `/${at}`, group: 'daily' }));

it('never puts more than five items at the bottom of a phone', () => {
  expect(splitForPhone(daily(5))).toEqual({ bottom: daily(5), more: [] });
  const { bottom, more } = splitForPhone([...daily(6), { path: '/people', group: 'setup' }]);
  expect(bottom).toHaveLength(4);
  expect(more.map((entry) => entry.path)).toEqual(['/4', '/5', '/people']);
});
