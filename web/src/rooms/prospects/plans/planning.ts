import { Problem, type FieldProblem } from '@platform/api/problem';
import type {
  Appointment,
  AppointmentPurpose,
  CalendarDay,
  NewAppointment,
  NewDrive,
  TestDrive,
} from '@platform/api/types';
import { dayOf, instantOf, timeOf } from '@platform/format/dates';

export const purposes: AppointmentPurpose[] = ['visit', 'test_drive', 'quote', 'signing', 'delivery'];
export const lengths = [15, 30, 45, 60, 90];

/** What is being planned, as it is typed. */
export type Plan = {
  purpose: AppointmentPurpose | null;
  /** They are in the showroom and drive at once. */
  now: boolean;
  day: string | null;
  time: string | null;
  carId: string | null;
  minutes: number;
  note: string;
};

/** Where a plan begins: a place in the calendar that was tapped, or nothing yet. */
export type Start = { day?: string; time?: string; carId?: string };

export const beginPlan = ({ day, time, carId }: Start = {}): Plan => ({
  purpose: carId ? 'test_drive' : null,
  now: false,
  day: day ?? null,
  time: time ?? null,
  carId: carId ?? null,
  minutes: 30,
  note: '',
});

export const planOfAppointment = (made: Appointment, zone: string): Plan => ({
  ...beginPlan(),
  purpose: made.purpose,
  day: made.on,
  time: timeOf(made.at, zone, 'en'),
  note: made.note ?? '',
});

export const planOfDrive = (drive: TestDrive, zone: string): Plan => ({
  ...beginPlan(),
  purpose: 'test_drive',
  day: dayOf(drive.starts_at, zone),
  time: timeOf(drive.starts_at, zone, 'en'),
  carId: drive.car.id,
  minutes: minutesOf(drive),
});

export const minutesOf = ({ starts_at, ends_at }: { starts_at: string; ends_at: string }) =>
  Math.round((Date.parse(ends_at) - Date.parse(starts_at)) / 60_000);

type Rule = 'purpose' | 'day' | 'time' | 'car';

/** What is missing: told before anybody is asked. `withCar`: nothing but a car is planned. */
export function missingIn(plan: Plan, withCar: boolean): { pointer: string; rule: Rule }[] {
  const rules: [boolean, string, Rule][] = [
    [plan.purpose === null, '/purpose', 'purpose'],
    [!plan.now && plan.day === null, '/day', 'day'],
    [!plan.now && plan.time === null, '/at', 'time'],
    [(withCar || plan.now) && plan.carId === null, '/car_id', 'car'],
  ];
  return rules.flatMap(([broken, pointer, rule]) => (broken ? { pointer, rule } : []));
}

export function refusalOf(wrongs: ReturnType<typeof missingIn>, say: (rule: string) => string) {
  if (wrongs.length === 0) return null;
  const errors: FieldProblem[] = wrongs.map(({ pointer, rule }) => ({
    pointer,
    code: rule,
    detail: say(rule),
  }));
  return new Problem(422, { detail: say('some'), errors });
}

/** The moment that is planned, in the store's zone; a moment ago when they drive at once. */
export function momentOf(plan: Plan, zone: string, now: number): string {
  if (plan.now) return new Date(Math.floor(now / 60_000) * 60_000).toISOString();
  return instantOf(plan.day ?? '', plan.time ?? '', zone);
}

export function invitationOf(plan: Plan, ids: { id: string; driveId: string }, at: string): NewAppointment {
  const purpose = plan.purpose ?? 'visit';
  const drive =
    purpose === 'test_drive' && plan.carId
      ? { id: ids.driveId, car_id: plan.carId, minutes: plan.minutes }
      : null;
  return { id: ids.id, at, purpose, note: plan.note.trim() || null, drive };
}

export const driveOf = (plan: Plan, id: string, at: string): NewDrive => ({
  id,
  car_id: plan.carId ?? '',
  starts_at: at,
  minutes: plan.minutes,
  appointment_id: null,
});

/** What stands in the way of a car on its day: every drive that overlaps the time that is typed. */
export function inTheWay(day: CalendarDay, carId: string, at: string, minutes: number, but?: string) {
  const from = Date.parse(at);
  const to = from + minutes * 60_000;
  return day.drives.filter(
    (drive) =>
      drive.car.id === carId &&
      drive.id !== but &&
      Date.parse(drive.starts_at) < to &&
      Date.parse(drive.ends_at) > from,
  );
}
