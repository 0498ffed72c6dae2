import type { Appointment, TestDrive } from '@platform/api/types';
import { useDraft } from '@platform/drafts/drafts';
import { newId } from '@platform/id';
import { useStoreById } from '@platform/session/session';
import { say } from '@platform/show/toast';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@platform/format/useFormat';
import { bookDrive, editAppointment, editDrive, invite, usePlanChange } from './api';
import {
  beginPlan,
  driveOf,
  invitationOf,
  missingIn,
  momentOf,
  planOfAppointment,
  planOfDrive,
  refusalOf,
  type Plan,
  type Start,
} from './planning';

/** Whom something is planned for. */
export type Whom = { store_id: string; id: string; name: string };
export type Planned = {
  storeId: string;
  /** Nobody yet: chosen in the sheet. */
  whom: Whom | null;
  start?: Start;
  /** What is moved or corrected; without it, something new. */
  appointment?: Appointment;
  drive?: TestDrive;
};

/** The plan that is being typed, and its way to the server. */
export function usePlan({ storeId, whom, start, appointment, drive }: Planned, onDone: () => void) {
  const { t } = useTranslation('prospects/plans');
  const store = useStoreById(storeId);
  const format = useFormat(store);
  const edited = appointment ?? drive;
  // A second try must be the same appointment, not another one.
  const ids = useMemo(() => ({ id: newId(), driveId: newId() }), []);
  const initial = useMemo(() => {
    if (appointment) return planOfAppointment(appointment, store.time_zone);
    return drive ? planOfDrive(drive, store.time_zone) : beginPlan(start);
  }, [appointment, drive, start, store]);
  // A place in the calendar that was tapped is another plan than what was begun before.
  const place = start && [start.day, start.time, start.carId].join('.');
  const name = ['plan', edited?.id ?? whom?.id ?? storeId, place].filter(Boolean).join('.');
  const { value: plan, change, clear } = useDraft<Plan>(name, initial);
  const [missing, setMissing] = useState<unknown>(null);

  const send = usePlanChange(
    async (to: Whom | null) => {
      const at = momentOf(plan, store.time_zone, Date.now());
      const { purpose, minutes } = plan;
      if (appointment)
        return editAppointment(
          appointment,
          { at, purpose: purpose ?? 'visit', note: plan.note.trim() || null },
          appointment.version,
        );
      const car_id = plan.carId ?? '';
      if (drive) return editDrive(drive, { car_id, starts_at: at, minutes }, drive.version);
      if (!to) throw new Error('Nobody to plan for');
      return plan.now
        ? bookDrive(to, driveOf(plan, ids.driveId, at))
        : invite(to, invitationOf(plan, ids, at));
    },
    (made) => {
      clear();
      const when = 'at' in made ? made.at : made.starts_at;
      say(t(edited ? 'moved' : 'made', { when: format.dayTime(when) }));
      onDone();
    },
  );
  const save = (to: Whom | null) => {
    const wrong = refusalOf(missingIn(plan, drive !== undefined), (rule) => t(`wrong.${rule}`));
    setMissing(wrong);
    if (!wrong) send.mutate(to);
  };
  return { plan, change, save, error: missing ?? send.error, busy: send.isPending, store };
}
