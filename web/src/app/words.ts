import type { Language } from '@platform/api/types';
import type { Words } from '@platform/words';

/** A phone downloads the words of its own language in one file. */
export async function loadWords(language: Language): Promise<Words> {
  const { words } = language === 'zh' ? await import('./words.zh') : await import('./words.en');
  return words;
}

/** "../rooms/reception/imports/words.zh.json" -> "reception/imports"; the folder is the namespace. */
export function byRoom(files: Record<string, object>): Words {
  const named = Object.entries(files).map(([file, entries]) => {
    const folder = file.replace(/\/words\.(zh|en)\.json$/, '').replace(/^\.\.\/(rooms\/)?/, '');
    return [folder === '.' ? 'app' : folder, entries];
  });
  return Object.fromEntries(named) as Words;
}
