import type { Grade, Visit } from '@platform/api/types';
import { addDays } from '@platform/format/dates';

const limits = [
  { grade: 'H', days: 7 },
  { grade: 'A', days: 15 },
  { grade: 'B', days: 30 },
] as const;

type Said = Pick<Visit, 'day' | 'purchase_when' | 'purchase_day'>;

/** The grade as paper wants it: read from what was said, on the day it was said. The prospect's card moves on from there. */
export function gradeOnDay(visit: Said): Grade | null {
  if (!visit.purchase_when) return null;
  const expected = expectedDay(visit);
  if (!expected) return 'N';
  return limits.find(({ days }) => expected <= addDays(visit.day, days))?.grade ?? 'C';
}

function expectedDay({ day, purchase_when: when, purchase_day: named }: Said): string | null {
  if (when === 'this_week') return addDays(day, 6 - mondayFirst(day));
  if (when === 'this_month') return lastOfMonth(day, 0);
  if (when === 'next_month') return lastOfMonth(day, 1);
  return when === 'date' ? named : null;
}

const mondayFirst = (day: string) => (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;

function lastOfMonth(day: string, later: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month + later, 0)).toISOString().slice(0, 10);
}
