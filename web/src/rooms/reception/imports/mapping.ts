import type { Field, Import } from './types';

export type Mapping = { columns: (Field | null)[]; default_year: number | null };

export const mappingOf = ({ columns, default_year }: Import): Mapping => ({ columns, default_year });

/** A field belongs to one column: choosing it again moves it there. */
export function assign(columns: (Field | null)[], at: number, field: Field | null): (Field | null)[] {
  return columns.map((each, place) => (place === at ? field : each === field ? null : each));
}

export function sameMapping(a: Mapping, b: Mapping): boolean {
  return a.default_year === b.default_year && a.columns.every((field, at) => field === b.columns[at]);
}

/** The months of one log look alike: what was chosen for the same columns last time is chosen again. */
export function remembered(of: Import, all: Import[]): Mapping | null {
  const before = all.find(
    (each) =>
      each.id !== of.id &&
      each.kind === of.kind &&
      ['tried', 'running', 'done'].includes(each.state) &&
      each.created_at < of.created_at &&
      each.headers.join('\n') === of.headers.join('\n'),
  );
  return before ? { columns: before.columns, default_year: of.default_year } : null;
}

/** Some values of a column, to recognise it by. */
export function samples(preview: string[][], at: number, most = 3): string[] {
  const values = preview.map((row) => row[at]?.trim() ?? '').filter(Boolean);
  return [...new Set(values)].slice(0, most);
}
