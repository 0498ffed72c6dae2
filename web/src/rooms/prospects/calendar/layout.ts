import type { CalendarDay, TestDrive } from '@platform/api/types';

const hour = 3_600_000;
const slot = hour / 2;

/** What is shown of a day, in milliseconds. */
export type Window = { from: number; to: number };

/** Whole hours of the day, counted from its first instant: a day whose clock is changed has as many as it has. */
export function windowOf(day: CalendarDay): Window {
  const begins = Date.parse(day.starts_at);
  const ends = Date.parse(day.ends_at);
  const opens = day.opens_at ? Date.parse(day.opens_at) : begins + 8 * hour;
  const closes = day.closes_at ? Date.parse(day.closes_at) : begins + 20 * hour;
  const from = Math.min(opens, ...day.drives.map(({ starts_at }) => Date.parse(starts_at)));
  const to = Math.max(closes, ...day.drives.map(({ ends_at }) => Date.parse(ends_at)));
  const down = begins + Math.floor((from - begins) / hour) * hour;
  const up = begins + Math.ceil((to - begins) / hour) * hour;
  return { from: Math.max(begins, down), to: Math.min(ends, up) };
}

/** The hours' beginnings, each an instant. */
export function hoursOf({ from, to }: Window): string[] {
  const count = Math.ceil((to - from) / hour);
  return Array.from({ length: count }, (_, at) => new Date(from + at * hour).toISOString());
}

export const hoursIn = ({ from, to }: Window) => (to - from) / hour;

/** Where a span stands, in hours from the window's beginning; what lies outside of the window is cut off. */
export function placeOf(span: { starts_at: string; ends_at: string }, { from, to }: Window) {
  const start = Math.max(from, Date.parse(span.starts_at));
  const end = Math.min(to, Date.parse(span.ends_at));
  return { top: (start - from) / hour, height: (end - start) / hour };
}

/** Half hours in which a car is free and which have not passed. */
export function freeSlots(drives: TestDrive[], { from, to }: Window, now: number): string[] {
  const taken = (start: number) =>
    drives.some(
      ({ starts_at, ends_at }) => Date.parse(starts_at) < start + slot && Date.parse(ends_at) > start,
    );
  const slots = Array.from({ length: Math.floor((to - from) / slot) }, (_, at) => from + at * slot);
  return slots.filter((start) => start + slot > now && !taken(start)).map((at) => new Date(at).toISOString());
}
