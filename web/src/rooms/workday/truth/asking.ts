import { addDays } from '@platform/format/dates';
import type { Kind, Truth } from '../types';

export type Thresholds = Truth['thresholds'];
export type Threshold = keyof Thresholds;

export const kinds: Kind[] = ['burst', 'unreached', 'unsaid', 'unworked'];

/** Which thresholds decide about which kind; nothing decides about a text but its words. */
export const thresholdsOf: Record<Kind, Threshold[]> = {
  burst: ['burst_count', 'burst_minutes'],
  unreached: ['tries', 'silent_days'],
  unsaid: [],
  unworked: ['two_way', 'attempts', 'soon_minutes'],
};

export const thresholds = kinds.flatMap((kind) => thresholdsOf[kind]);

export const usual: Thresholds = {
  ...{ burst_count: 5, burst_minutes: 5, tries: 3, silent_days: 7 },
  ...{ two_way: 1, attempts: 2, soon_minutes: 30 },
};

/** The least that the server takes: one of them alone is neither a burst nor a row. */
export const leastOf = (name: Threshold) => (name === 'burst_count' || name === 'tries' ? 2 : 1);
export const most = 200;
export const mostDays = 92;
const usualDays = 14;

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

/** What the address asks for; thresholds stand in it only where they are not the usual ones. */
export function readAsked(query: URLSearchParams, today: string) {
  const to = isDay(query.get('to')) ? String(query.get('to')) : today;
  const from = isDay(query.get('from')) ? String(query.get('from')) : addDays(to, 1 - usualDays);
  const changed: Partial<Record<Threshold, string>> = {};
  for (const name of thresholds) {
    const value = Number(query.get(name));
    const fits = Number.isInteger(value) && value >= leastOf(name) && value <= most;
    if (fits && value !== usual[name]) changed[name] = String(value);
  }
  return { from, to, ...changed };
}
export type Asked = ReturnType<typeof readAsked>;

/** What is listed beside the page: the findings of a kind, of one person or of all. */
export type Behind = { kind: Kind; person: string | null };

const between = '~';
export const writeBehind = ({ kind, person }: Behind) => [kind, person ?? ''].join(between);
export function readBehind(text: string | null): Behind | null {
  const [first, person] = (text ?? '').split(between);
  const kind = kinds.find((each) => each === first);
  return kind ? { kind, person: person || null } : null;
}
