import type { Driven } from '@platform/api/types';
import { beginFollowUp, followUpBody, type FollowUp } from '../following/followUp';

/** A test drive as it is noted: a follow-up, face to face, and what was seen of licence and car. */
export type DrivenForm = FollowUp & { licenceSeen: boolean | null; odometer: number | null };

export const beginDriven = (): DrivenForm => ({
  ...beginFollowUp('test_drive'),
  licenceSeen: null,
  odometer: null,
});

/** The same words for the same things: what a follow-up says, without what a drive knows by itself. */
export function drivenBody(form: DrivenForm, zone: string): Driven {
  const said = followUpBody(form, { id: '', at: '', zone });
  return {
    ended_at: null,
    licence_seen: form.licenceSeen ?? false,
    odometer: form.odometer,
    said: said.said,
    purchase_when: said.purchase_when,
    purchase_day: said.purchase_day,
    sureness: said.sureness,
    next_on: said.next_on,
    next_at: said.next_at,
    next_way: said.next_way,
    promise: said.promise,
  };
}
