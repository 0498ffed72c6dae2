import type { Language } from '../api/types';

export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

export function toMinor(major: number, currency: string): number {
  return Math.round(major * 10 ** minorDigits(currency));
}

export function toMajor(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency);
}

export function showMoney(minor: number, currency: string, language: Language): string {
  const major = toMajor(minor, currency);
  const digits = Number.isInteger(major) ? 0 : minorDigits(currency);
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(major);
}

/** Chinese showrooms speak of prices in 万 (ten thousands). */
export function showRough(minor: number, currency: string, language: Language): string {
  const major = toMajor(minor, currency);
  if (language === 'zh' && major >= 10_000) return `${trim(major / 10_000)} 万`;
  return showMoney(minor, currency, language);
}

function trim(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2, useGrouping: false });
}

export function showRange(
  from: number | null,
  to: number | null,
  currency: string,
  language: Language,
): string | null {
  if (from === null && to === null) return null;
  if (from === null) return `≤ ${showRough(to ?? 0, currency, language)}`;
  if (to === null) return `≥ ${showRough(from, currency, language)}`;
  if (from === to) return showRough(from, currency, language);
  const short = (value: number) => trim(toMajor(value, currency) / 10_000);
  const inTenThousands = language === 'zh' && toMajor(from, currency) >= 10_000;
  if (inTenThousands) return `${short(from)}–${short(to)} 万`;
  return `${showRough(from, currency, language)}–${showRough(to, currency, language)}`;
}
