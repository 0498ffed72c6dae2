import { dayOf } from './dates';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A day as people type it: 2026-3-1, 20260301, 2026年3月1日, 3月1日, 1 Mar 2026, 1/3/2026.
 * Without a year: this one.
 */
export function readDay(text: string, now: number = Date.now()): string | null {
  const plain = text.trim().toLowerCase();
  const year = Number(dayOf(now, 'UTC').slice(0, 4));
  const solid = /^(\d{4})(\d\d)(\d\d)$/.exec(plain);
  if (solid) return real(solid[1], solid[2], solid[3]);
  const named = /^(?:\p{L}+,? )?(\d{1,2})[ -]?([a-z]{3})[a-z]*\.?,?[ -]?(\d{4})?$/u.exec(plain);
  if (named) return real(named[3] ?? year, months.indexOf(named[2] ?? '') + 1, named[1]);
  const yearFirst = /^(\d{4})[-/.年 ](\d{1,2})[-/.月 ](\d{1,2})日?\D*$/.exec(plain);
  if (yearFirst) return real(yearFirst[1], yearFirst[2], yearFirst[3]);
  const chinese = /^(\d{1,2})月(\d{1,2})日?$/.exec(plain) ?? /^(\d{1,2})-(\d{1,2})$/.exec(plain);
  if (chinese) return real(year, chinese[1], chinese[2]);
  const dayFirst = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?$/.exec(plain);
  return dayFirst ? real(dayFirst[3] ?? year, dayFirst[2], dayFirst[1]) : null;
}

type Part = string | number | undefined;

/** There is no 30 February. */
function real(year: Part, month: Part, day: Part): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** A time as people type it: 14:30, 1430, 9, 14点30, 2.30 pm. */
export function readTime(text: string): string | null {
  const plain = text.trim().toLowerCase();
  const found =
    /^(\d{1,2})(?:[:：.点时h](\d{1,2})?分?)?\s*(am|pm)?$/.exec(plain) ??
    /^(\d{1,2})(\d{2})\s*(am|pm)?$/.exec(plain);
  if (!found) return null;
  const minute = Number(found[2] ?? 0);
  const hour = Number(found[1]) + (found[3] === 'pm' && Number(found[1]) < 12 ? 12 : 0);
  const midnight = found[3] === 'am' && hour === 12;
  if (hour > 23 || minute > 59) return null;
  return `${String(midnight ? 0 : hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
