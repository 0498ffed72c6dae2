import type { Language } from '@platform/api/types';
import type { Part, Words } from '@platform/words';

/** A phone downloads the words of its own language in one file; those of pages that few open are in another. */
export async function loadWords(language: Language, part: Part): Promise<Words> {
  const { words } = await files[part][language]();
  return words;
}

const files = {
  first: { zh: () => import('./words.zh'), en: () => import('./words.en') },
  more: { zh: () => import('./words.more.zh'), en: () => import('./words.more.en') },
};

/** "../rooms/reception/imports/words.zh.json" -> "reception/imports"; the folder is the namespace. */
export function byRoom(files: Record<string, object>): Words {
  const named = Object.entries(files).map(([file, entries]) => {
    const folder = file.replace(/\/words\.(zh|en)\.json$/, '').replace(/^\.\.\/(rooms\/)?/, '');
    return [folder === '.' ? 'app' : folder, entries];
  });
  return Object.fromEntries(named) as Words;
}
