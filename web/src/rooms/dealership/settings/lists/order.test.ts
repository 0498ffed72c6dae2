import type { ListEntry } from '@platform/api/types';
import { expect, it } from 'vitest';
import { moved, treeOf } from './order';

const entry = (code: string, position: number): ListEntry => ({
  code,
  parent_code: code.includes('.') ? (code.split('.')[0] ?? null) : null,
  label_zh: code,
  label_en: code,
  position,
  retired: false,
  added: false,
  version: 1,
});
const told = (moves: ReturnType<typeof moved>) =>
  moves.map(({ entry: { code }, position }) => [code, position]);

it('puts the second level under the first', () => {
  const tree = treeOf([entry('U1', 10), entry('U2', 20), entry('U1.busy', 12)]);
  expect(tree.map(({ head, below }) => [head.code, below.length])).toEqual([
    ['U1', 1],
    ['U2', 0],
  ]);
});

it('swaps two neighbours with two changes', () => {
  expect(told(moved([entry('a', 10), entry('b', 20), entry('c', 30)], 2, 1))).toEqual([
    ['c', 20],
    ['b', 30],
  ]);
});

it('moves even between entries of the same position', () => {
  expect(told(moved([entry('a', 10), entry('b', 10)], 1, 0))).toEqual([['a', 11]]);
});

it('changes nothing when nothing moves', () => {
  expect(moved([entry('a', 10), entry('b', 20)], 0, 0)).toEqual([]);
});
