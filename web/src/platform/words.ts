import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from './api/client';
import type { Language } from './api/types';

/** One namespace per room: { reception: { ... } }. */
export type Words = Record<string, object>;
/** What everybody needs at once, and what comes with the pages that few open. */
export type Part = 'first' | 'more';
type LoadWords = (language: Language, part: Part) => Promise<Words>;

const remembered = 'guanxi.language';
let load: LoadWords;
const wanted = new Set<Part>(['first']);
let switching = Promise.resolve();
let more: Promise<void> | undefined;

export function rememberedLanguage(): Language {
  return localStorage.getItem(remembered) === 'en' ? 'en' : 'zh';
}

/** Loads the words of one language only: a phone reads Chinese or English, not both. */
export async function startWords(loadWords: LoadWords): Promise<void> {
  load = loadWords;
  await i18next.use(initReactI18next).init({
    lng: 'none',
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await switchLanguage(rememberedLanguage());
}

export function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(remembered, language);
  speak(language);
  return (switching = read(language));
}

async function read(language: Language): Promise<void> {
  if (i18next.language === language) return;
  await Promise.all([...wanted].map((part) => add(language, part)));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

/** Before a page is drawn that says more than the first ones: its words, in whatever language is read from now on. */
export function wantMoreWords(): Promise<void> {
  return (more ??= bringMore());
}

async function bringMore(): Promise<void> {
  wanted.add('more');
  await switching; // began without them
  await add(currentLanguage(), 'more');
}

async function add(language: Language, part: Part): Promise<void> {
  const words = await load(language, part);
  for (const [room, entries] of Object.entries(words)) i18next.addResourceBundle(language, room, entries);
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}
