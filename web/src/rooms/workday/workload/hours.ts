import type { Palette } from '@platform/chart/palette';
import { frameOf, nameAxis, tipOf } from '@platform/chart/parts';
import type { Hours } from '../types';

export type HourRow = { hour: number; due: number; done: number };

/** The hours of one person, or of all together. */
export function rowsOf(hours: Hours, person: string | null): { rows: HourRow[]; anyTime: number } {
  const people = hours.people.filter((each) => person === null || each.person.id === person);
  const rows = new Map<number, HourRow>();
  for (const { hour, due, done } of people.flatMap((each) => each.hours)) {
    const row = rows.get(hour) ?? { hour, due: 0, done: 0 };
    rows.set(hour, { hour, due: row.due + due, done: row.done + done });
  }
  return {
    rows: [...rows.values()].sort((a, b) => a.hour - b.hour),
    anyTime: people.reduce((sum, { any_time }) => sum + any_time, 0),
  };
}

/** The hour with the most, the first of several; nothing when there is nothing. */
export function busiest(rows: HourRow[], what: 'due' | 'done'): HourRow | null {
  return rows.reduce<HourRow | null>((best, row) => (row[what] > (best?.[what] ?? 0) ? row : best), null);
}

export const clockHour = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** Two bars an hour: what was due and what was done. */
export const hoursOption =
  (rows: HourRow[], words: { due: string; done: string; tip: (row: HourRow) => string[] }) =>
  (palette: Palette) => ({
    grid: frameOf(36, 8, 12, 28),
    tooltip: tipOf(palette, rows, words.tip, 'axis'),
    xAxis: nameAxis(
      palette,
      rows.map(({ hour }) => String(hour)),
    ),
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: palette.quiet },
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: [
      bars(
        words.due,
        palette.due,
        rows.map(({ due }) => due),
      ),
      bars(
        words.done,
        palette.accent,
        rows.map(({ done }) => done),
      ),
    ],
  });

const bars = (name: string, color: string, data: number[]) => ({
  ...{ name, type: 'bar', data, barGap: '10%', barCategoryGap: '30%' },
  itemStyle: { color },
});
