import { Problem, type FieldProblem } from '@platform/api/problem';
import type {
  AppointmentPurpose,
  Card,
  FollowUpWay,
  NewFollowUp,
  PurchaseWhen,
  Sureness,
} from '@platform/api/types';
import { addDays, instantOf } from '@platform/format/dates';

export const ways: FollowUpWay[] = ['call', 'message', 'visit', 'test_drive', 'home_visit', 'event'];
export const whens: PurchaseWhen[] = ['this_week', 'this_month', 'next_month', 'date', 'unknown'];
export const surenesses: Sureness[] = ['sure', 'likely', 'vague'];
/** Days ahead that are one tap away. */
export const ahead = [1, 2, 4, 7, 15];

/** Ways in which nobody can be missed: they were there. */
export const faceToFace = (way: FollowUpWay | null) => way !== null && way !== 'call' && way !== 'message';

/** A follow-up as it is typed. */
export type FollowUp = {
  way: FollowUpWay | null;
  reached: boolean | null;
  said: string;
  purchaseWhen: PurchaseWhen | null;
  purchaseDay: string | null;
  sureness: Sureness | null;
  ending: NewFollowUp['ending'];
  nextOn: string | null;
  /** "14:30" on that day; without it, in the course of the day. */
  nextTime: string | null;
  nextWay: FollowUpWay | null;
  /** They come to the store then, for this. */
  appointment: AppointmentPurpose | null;
  /** Of the appointment: the same one however often it is sent. */
  appointmentId: string | null;
  promise: string;
};

export const beginFollowUp = (way: FollowUpWay | null): FollowUp => ({
  way,
  reached: null,
  said: '',
  purchaseWhen: null,
  purchaseDay: null,
  sureness: null,
  ending: 'next',
  nextOn: null,
  nextTime: null,
  nextWay: null,
  appointment: null,
  appointmentId: null,
  promise: '',
});

export const wasReached = ({ way, reached }: FollowUp) => (faceToFace(way) ? true : reached);

/** Nobody knows when they mean to buy, and they were spoken with: it has to be asked. */
export const mustAsk = (form: FollowUp, card: Card) =>
  card.grade === 'N' && form.ending === 'next' && wasReached(form) === true;

type Rule =
  ('way' | 'reached' | 'said' | 'purchase_when' | 'purchase_day') | ('next_on' | 'next_past' | 'next_time');

/** What the server would refuse anyway, told at once: without a network nobody else tells it. */
export function wrongsOf(form: FollowUp, card: Card, today: string): { pointer: string; rule: Rule }[] {
  const past = form.nextOn !== null && form.nextOn < today;
  const rules: [boolean, string, Rule][] = [
    [form.way === null, '/way', 'way'],
    [form.way !== null && wasReached(form) === null, '/reached', 'reached'],
    [form.ending === 'loss' && form.said.trim() === '', '/said', 'said'],
    [mustAsk(form, card) && form.purchaseWhen === null, '/purchase_when', 'purchase_when'],
    [
      form.ending === 'next' && form.purchaseWhen === 'date' && form.purchaseDay === null,
      '/purchase_day',
      'purchase_day',
    ],
    [form.ending === 'next' && form.nextOn === null, '/next_on', 'next_on'],
    [form.ending === 'next' && past, '/next_on', 'next_past'],
    [form.ending === 'next' && form.appointment !== null && !form.nextTime, '/next_at', 'next_time'],
  ];
  return rules.flatMap(([broken, pointer, rule]) => (broken ? { pointer, rule } : []));
}

/** The same as a refusal of the server, so that it is shown in the same places. */
export function refusalOf(
  wrongs: ReturnType<typeof wrongsOf>,
  say: (rule: string) => string,
): Problem | null {
  if (wrongs.length === 0) return null;
  const errors: FieldProblem[] = wrongs.map(({ pointer, rule }) => ({
    pointer,
    code: rule,
    detail: say(rule),
  }));
  return new Problem(422, { detail: say('some'), errors });
}

export function followUpBody(form: FollowUp, about: { id: string; at: string; zone: string }): NewFollowUp {
  const next = form.ending === 'next';
  const at = next && form.nextOn && form.nextTime ? instantOf(form.nextOn, form.nextTime, about.zone) : null;
  return {
    id: about.id,
    at: about.at,
    way: form.way ?? 'call',
    reached: wasReached(form) ?? false,
    said: form.said.trim() || null,
    purchase_when: next ? form.purchaseWhen : null,
    purchase_day: next && form.purchaseWhen === 'date' ? form.purchaseDay : null,
    sureness: next ? form.sureness : null,
    ending: form.ending,
    next_on: next && !at ? form.nextOn : null,
    next_at: at,
    next_way: next ? form.nextWay : null,
    promise: next ? form.promise.trim() || null : null,
    appointment:
      at && form.appointment && form.appointmentId
        ? { id: form.appointmentId, purpose: form.appointment }
        : null,
  };
}

/**
 * The days offered, and how far away they are: the usual ones and, in their order, the latest that keeps the store's
 * cadence (`usual`), unless that was read on another day and is no longer ahead.
 */
export function daysAhead(today: string, usual: string | null) {
  const days = ahead.map((count) => ({ days: count, day: addDays(today, count) }));
  if (usual !== null && usual > today && !days.some(({ day }) => day === usual))
    days.push({ days: Math.round((Date.parse(usual) - Date.parse(today)) / 86_400_000), day: usual });
  return days.sort((a, b) => a.days - b.days).map((each) => ({ ...each, usual: each.day === usual }));
}
