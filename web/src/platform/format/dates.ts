import type { Language } from '../api/types';

const locale = { zh: 'zh-CN', en: 'en-GB' } as const;

/** Cards and logs format hundreds of dates: building an Intl formatter each time would be felt on a phone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, zone: string, options: Intl.DateTimeFormatOptions) {
  const key = language + zone + JSON.stringify(options);
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale[language], { timeZone: zone, ...options });
    formatters.set(key, found);
  }
  return found;
}

export function timeOf(instant: string, zone: string, language: Language): string {
  return formatter(language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  );
}

/** Days are the store's own and carry no zone: read and shown as UTC they never slip. */
export function showDay(day: string, language: Language, weekday = false): string {
  return showOf(day, language, { year: 'numeric', month: 'short', day: 'numeric' }, weekday);
}

export function showShortDay(day: string, language: Language, weekday = false): string {
  return showOf(day, language, { month: 'short', day: 'numeric' }, weekday);
}

/** Month and day say enough only about days that are near: an older visit, or one brought in, needs its year. */
export function showNearDay(day: string, today: string, language: Language, weekday = false): string {
  const apart = Math.abs(Date.parse(day) - Date.parse(today)) / 86_400_000;
  return apart < 183 ? showShortDay(day, language, weekday) : showDay(day, language, weekday);
}

function showOf(day: string, language: Language, options: Intl.DateTimeFormatOptions, weekday: boolean) {
  const shown = formatter(language, 'UTC', weekday ? { ...options, weekday: 'short' } : options);
  // Without the gap the eye reads "24日周二" as one word.
  return shown.format(new Date(`${day}T00:00:00Z`)).replace('日周', '日 周');
}

export function showWeekday(day: string, language: Language): string {
  return formatter(language, 'UTC', { weekday: 'long' }).format(new Date(`${day}T00:00:00Z`));
}

/** One or two letters, for the head of a calendar. */
export function showWeekdayLetter(day: string, language: Language): string {
  const width = language === 'zh' ? 'narrow' : 'short';
  return formatter(language, 'UTC', { weekday: width }).format(new Date(`${day}T00:00:00Z`));
}

export function showMonth(day: string, language: Language): string {
  return formatter(language, 'UTC', { year: 'numeric', month: 'long' }).format(new Date(`${day}T00:00:00Z`));
}

/** The day of an instant in the store's zone, as the API writes days. */
export function dayOf(instant: string | number, zone: string): string {
  const parts = formatter('en', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    new Date(instant),
  );
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The first day of the month that lies so many months from a day's own. */
export function monthOf(day: string, months = 0): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

/** The weeks of a day's month, each from Monday on, with the days of other months that fill them up. */
export function weeksOf(day: string): string[][] {
  const first = monthOf(day);
  const monday = addDays(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7));
  const week = (at: number) => Array.from({ length: 7 }, (_, place) => addDays(monday, at * 7 + place));
  return Array.from({ length: 6 }, (_, at) => week(at)).filter(
    (days, at) => at === 0 || days[0]?.slice(0, 7) === first.slice(0, 7),
  );
}

export function minutesBetween(from: string | number, to: string | number): number {
  return Math.max(0, Math.floor((new Date(to).getTime() - new Date(from).getTime()) / 60_000));
}

export type Span = { days: number; hours: number; minutes: number };

export function splitMinutes(total: number): Span {
  return { days: Math.floor(total / 1440), hours: Math.floor((total % 1440) / 60), minutes: total % 60 };
}

export function showSpan(total: number, language: Language): string {
  const { days, hours, minutes } = splitMinutes(total);
  if (language === 'zh') {
    if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
    if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分` : `${hours} 小时`;
    return `${minutes} 分钟`;
  }
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  return `${minutes} min`;
}

/** "2026-03-01", "14:30" in the store's zone -> the instant. */
export function instantOf(day: string, time: string, zone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  // The offset at the guess may differ from the offset at the answer around a clock change: correct once.
  const guess = asUtc - offsetAt(asUtc, zone);
  return new Date(asUtc - offsetAt(guess, zone)).toISOString();
}

function offsetAt(instant: number, zone: string): number {
  const at = new Date(instant).toISOString();
  return (
    Date.parse(`${dayOf(at, zone)}T${timeOf(at, zone, 'en')}:00Z`) - Math.floor(instant / 60_000) * 60_000
  );
}
