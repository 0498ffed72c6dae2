import { describe, expect, it } from 'vitest';
import { words as firstInEnglish } from './words.en';
import { words as moreInEnglish } from './words.more.en';
import { words as moreInChinese } from './words.more.zh';
import { words as firstInChinese } from './words.zh';

const zh = { ...firstInChinese, ...moreInChinese };
const en = { ...firstInEnglish, ...moreInEnglish };

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!**/*.test.*'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

function flat(entries: object, prefix = ''): string[] {
  return Object.entries(entries).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? flat(value as object, `${prefix}${key}.`) : [prefix + key],
  );
}

/** English has one and other, Chinese only other. */
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '');

function keysOf(words: Record<string, object>): Set<string> {
  return new Set(
    Object.entries(words).flatMap(([room, entries]) =>
      flat(entries).map((key) => `${room}:${withoutPlural(key)}`),
    ),
  );
}

describe('words', () => {
  it('has every Chinese sentence in English and the other way round', () => {
    expect([...keysOf(zh)].sort()).toEqual([...keysOf(en)].sort());
  });

  it('has every key the code uses', () => {
    const known = keysOf(zh);
    const missing: string[] = [];
    for (const [file, text] of Object.entries(sources)) {
      const room = /useTranslation\('([^']+)'\)/.exec(text)?.[1];
      for (const [, key = ''] of text.matchAll(/\bt\(\s*'([^']+)'/g)) {
        const full = key.includes(':') ? key : `${room}:${key}`;
        if (!known.has(full)) missing.push(`${file}: ${full}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
