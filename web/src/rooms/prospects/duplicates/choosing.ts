import type { Duplicate } from '@platform/api/types';

export const fields = ['name', 'sex', 'phone', 'wechat', 'plate', 'email', 'salesperson'] as const;
export type Field = (typeof fields)[number];
export type Which = 'first' | 'second';
export type Choice = Partial<Record<Field, Which>>;

const valueOf = (pair: Duplicate, which: Which, field: Field): string | null =>
  field === 'salesperson' ? (pair[which].salesperson?.id ?? null) : pair[which][field];

/** Fields in which the two differ and there is something to choose. */
export const differing = (pair: Duplicate) =>
  fields.filter((field) => {
    const [first, second] = [valueOf(pair, 'first', field), valueOf(pair, 'second', field)];
    return first !== null && second !== null && first !== second;
  });

/** The server's own rule, shown before anybody chooses: who came on file earlier, else the other. */
export function usual(pair: Duplicate, field: Field): Which {
  if (field === 'salesperson') return pair.salesperson;
  const earlier = pair.first.created_at <= pair.second.created_at ? 'first' : 'second';
  if (valueOf(pair, earlier, field) !== null) return earlier;
  return earlier === 'first' ? 'second' : 'first';
}
