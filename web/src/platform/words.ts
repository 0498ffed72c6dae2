import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from './api/client';
import type { Language } from './api/types';

/** One namespace per room: { reception: { ... } }. */
export type Words = Record<string, object>;
type LoadWords = (language: Language) => Promise<Words>;

const remembered = 'guanxi.language';
let load: LoadWords;

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

export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(remembered, language);
  speak(language);
  if (i18next.language === language) return;
  const words = await load(language);
  for (const [room, entries] of Object.entries(words)) i18next.addResourceBundle(language, room, entries);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}
