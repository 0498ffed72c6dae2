import { ofPoint } from '../charts/funnelOption';
import type { Scope } from '../shared/scope';
import type { GroupPoint, Groups } from '../types';

/**
 * By what first visits are told apart, in the order of the page. Where there is room two stacks stand side by side, about
 * equally high.
 */
export const stacks = [
  ['person', 'hour'],
  ['channel'],
  ['model', 'on_duty'],
  ['minutes', 'asks', 'second_face'],
] as const;
export type Dimension = (typeof stacks)[number][number];

/** People are compared within their store: elsewhere others come to them. */
export const isComparedIn =
  ({ kind }: Pick<Scope, 'kind'>) =>
  (by: Dimension) =>
    by !== 'person' || kind === 'store';

const counted = new Set<string>(['minutes', 'asks', 'second_face', 'on_duty']);

/** Never by their rate: what can be counted in its order, names as the server sorts them, lists by how many came. */
export function inOrder({ by, groups }: Groups): GroupPoint[] {
  const known = groups.filter((point) => ofPoint(point) + point.open > 0);
  if (counted.has(by)) return [...known].sort((a, b) => place(a) - place(b));
  if (by === 'channel' || by === 'model') return [...known].sort((a, b) => weight(b) - weight(a));
  return known;
}

/** What is not known comes last. */
const weight = (point: GroupPoint) => (point.value === '' ? -1 : ofPoint(point));
const place = ({ value }: GroupPoint) => (value === '' ? Infinity : Number(value));
