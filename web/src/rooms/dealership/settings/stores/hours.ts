import type { Hours } from './api';

export const weekdays = [1, 2, 3, 4, 5, 6, 7];

const usual = { opens: '09:00', closes: '18:00' };

/** The week in order; a weekday that is left out is a closed day. */
export function setDay(hours: Hours[], weekday: number, change: Partial<Hours> | null): Hours[] {
  const others = hours.filter((each) => each.weekday !== weekday);
  if (change === null) return others;
  const before = hours.find((each) => each.weekday === weekday);
  const model = before ?? others.at(0) ?? { weekday, ...usual };
  return [...others, { ...model, ...change, weekday }].sort((a, b) => a.weekday - b.weekday);
}

export function sameAsFirst(hours: Hours[]): Hours[] {
  const first = hours[0];
  return first ? hours.map(({ weekday }) => ({ ...first, weekday })) : hours;
}

/** Neighbouring days with the same hours are said together: "1–5 09:00–18:00". */
export function runs(hours: Hours[]): { from: number; to: number; opens: string; closes: string }[] {
  const result: { from: number; to: number; opens: string; closes: string }[] = [];
  for (const { weekday, opens, closes } of [...hours].sort((a, b) => a.weekday - b.weekday)) {
    const last = result.at(-1);
    if (last?.to === weekday - 1 && last.opens === opens && last.closes === closes) last.to = weekday;
    else result.push({ from: weekday, to: weekday, opens, closes });
  }
  return result;
}
