import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Store } from '../api/types';
import { useStore } from '../session/session';
import {
  dayOf,
  showDay,
  showMonth,
  showNearDay,
  showSpan,
  showWeekday,
  showWeekdayLetter,
  timeOf,
} from './dates';
import { showMoney, showRange } from './money';
import { showPhone } from './phone';

/** Everything a reader sees of time, money and numbers: in their language, in the store's zone and currency. */
export function useFormat(of?: Store) {
  const chosen = useStore();
  const store = of ?? chosen;
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return useMemo(() => {
    const zone = store.time_zone;
    const day = (value: string, weekday = false) => showDay(value, language, weekday);
    const shortDay = (value: string, weekday = false) =>
      showNearDay(value, dayOf(Date.now(), zone), language, weekday);
    return {
      language,
      day,
      shortDay,
      weekday: (value: string) => showWeekday(value, language),
      weekdayLetter: (value: string) => showWeekdayLetter(value, language),
      month: (value: string) => showMonth(value, language),
      time: (instant: string) => timeOf(instant, zone, language),
      dayOf: (instant: string | number) => dayOf(instant, zone),
      dayTime: (instant: string) => `${shortDay(dayOf(instant, zone))} ${timeOf(instant, zone, language)}`,
      span: (minutes: number) => showSpan(minutes, language),
      money: (minor: number) => showMoney(minor, store.currency, language),
      range: (from: number | null, to: number | null) => showRange(from, to, store.currency, language),
      phone: showPhone,
      label: (entry: { label_zh: string; label_en: string }) =>
        language === 'zh' ? entry.label_zh : entry.label_en || entry.label_zh,
    } as const;
  }, [store, language]);
}
