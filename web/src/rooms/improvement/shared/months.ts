import { dayOf, monthOf } from '@platform/format/dates';

/** "2026-03" and so many months later. */
export const addMonths = (month: string, months: number) => monthOf(`${month}-01`, months).slice(0, 7);

export const monthAt = (instant: number, zone: string) => dayOf(instant, zone).slice(0, 7);

/** The latest first. */
export function monthsBack(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, back) => addMonths(last, -back));
}

/** Both ends included. */
export function monthsBetween(from: string, to: string): number {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return number(to) - number(from) + 1;
}

/** Only what can be a month: the address may say anything. */
export const readMonth = (text: string | null) =>
  text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : null;
