import { keysFor } from '@platform/events';
import { describe, expect, it } from 'vitest';
import { factKinds, subjectKinds } from '../testing/serverFacts';
import { liveKeys } from './live';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!**/*.test.*'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The nouns that query keys begin with, as the pages write them. */
const nouns = new Set(
  Object.values(sources).flatMap((text) =>
    [...text.matchAll(/(?:queryKey: |usePages<\w+>\(|[kK]ey\w* = .*|\? |: )\[\s*'([\w-]+)'/g)].map(
      ([, noun]) => noun,
    ),
  ),
);

const read = (kind: string, subject_kind: string) => keysFor(liveKeys, { kind, subject_kind });

describe('live updates', () => {
  it('know every subject that the server tells about', () => {
    expect(subjectKinds.length).toBeGreaterThan(9);
    const told = (subject: string) =>
      Object.keys(liveKeys).some((name) => name.split(' ').at(-1) === subject);
    expect(subjectKinds.filter((subject) => !told(subject))).toEqual([]);
  });

  it('name no subject and no fact that the server does not have', () => {
    const names = Object.keys(liveKeys).flatMap((name) => name.split(' '));
    expect(names.filter((name) => ![...subjectKinds, ...factKinds].includes(name))).toEqual([]);
  });

  it('read again only what some page shows', () => {
    const unused = Object.values(liveKeys).flat();
    expect(unused.filter((noun) => !nouns.has(noun))).toEqual([]);
  });

  it('bring the progress of an import, and the set-up to pages and pickers', () => {
    expect(read('import_finished', 'import')).toEqual(expect.arrayContaining(['imports', 'import-rows']));
    expect(read('set_up_changed', 'list_entry')).toEqual(expect.arrayContaining(['channels', 'reasons']));
    expect(read('set_up_changed', 'model')).toEqual(expect.arrayContaining(['models', 'picker']));
    expect(read('set_up_changed', 'store')).toEqual(expect.arrayContaining(['stores', 'session']));
    expect(read('set_up_changed', 'person')).toEqual(
      expect.arrayContaining(['people', 'staff', 'house', 'session']),
    );
  });

  it('do not read the house again each time somebody signs in', () => {
    expect(read('signed_in', 'person')).not.toContain('house');
    expect(read('duty_changed', 'person')).toContain('house');
  });
});
