// Every page of the app, read from its registry, so that a new page is looked at without anybody remembering to.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const registry = path.resolve(import.meta.dirname, '../../../web/src/app/pages.tsx');
const words = (list) => [...list.matchAll(/'([^']+)'/g)].map((match) => match[1]);

/** [{ path, rights }], as written in web/src/app/pages.tsx. */
export function allPages() {
  const text = readFileSync(registry, 'utf8');
  const named = new Map(
    [...text.matchAll(/const (\w+): Right\[\] = \[([^\]]*)\]/g)].map(([, name, list]) => [name, words(list)]),
  );
  const found = [...text.matchAll(/\{ path: '([^']+)', rights: (\w+|\[[^\]]*\])/g)].map(([, where, rights]) => ({
    path: where,
    rights: named.get(rights) ?? words(rights),
  }));
  const written = text.match(/(first|later)\(\(\) => import/g).length;
  if (found.length !== written) throw new Error(`${written} pages are registered, ${found.length} could be read`);
  return found;
}
