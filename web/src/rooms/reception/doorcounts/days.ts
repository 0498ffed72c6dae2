import { addDays } from '@platform/format/dates';
import { shareOf, type Share } from '@platform/format/share';

export type DoorHour = { hour: number; logged: number; desk: number; sensor: number | null; counted: number };

export type DoorDay = {
  day: string;
  logged: number;
  counted: number;
  completeness: number | null;
  hours: DoorHour[];
};

/** The longest range the server reads at once. */
export const mostDays = 92;

/** Every day of the range, the latest first; the server leaves out days on which nothing happened. */
export function everyDay(days: DoorDay[], from: string, to: string): DoorDay[] {
  const known = new Map(days.map((each) => [each.day, each]));
  const all: DoorDay[] = [];
  for (let day = to; day >= from && all.length < mostDays; day = addDays(day, -1)) {
    all.push(known.get(day) ?? { day, logged: 0, counted: 0, completeness: null, hours: [] });
  }
  return all;
}

export type Total = Share & { days: number };

/** Days on which nobody counted say nothing about the log: they stay out of the share. */
export function totalOf(days: DoorDay[]): Total {
  const counted = days.filter((each) => each.counted > 0);
  const sum = (of: (day: DoorDay) => number) => counted.reduce((all, day) => all + of(day), 0);
  return {
    ...shareOf(
      sum((day) => day.logged),
      sum((day) => day.counted),
    ),
    days: counted.length,
  };
}

/** A spreadsheet opens UTF-8 only with the mark in front. */
export function csvOf(days: DoorDay[], head: string[]): Blob {
  const lines = days.flatMap(({ day, hours }) =>
    hours.map(({ hour, logged, counted, desk, sensor }) => [day, hour, logged, counted, desk, sensor ?? '']),
  );
  const text = [head, ...lines].map((line) => line.join(',')).join('\r\n');
  return new Blob(['\ufeff', text, '\r\n'], { type: 'text/csv' });
}
