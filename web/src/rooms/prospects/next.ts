import type { Card } from '@platform/api/types';

export type Next = NonNullable<Card['next']>;
export type Tone = 'overdue' | 'due' | 'later';

/** Red when it has passed, amber on its day. What the server said minutes ago may have passed meanwhile. */
export function toneOf(next: Next, today: string, now: number): Tone {
  if (next.overdue || Date.parse(next.at) < now) return 'overdue';
  return next.on <= today ? 'due' : 'later';
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
