import type { Right } from '@platform/api/types';

/** What can be looked for, in groups; the set-up log has kinds of its own. */
export const storeKinds = [
  {
    group: 'visits',
    kinds: [
      'visit_opened',
      'visit_filed',
      'visit_skated',
      'visit_moved',
      'visit_left_unfiled',
      'exclusion_asked',
      'exclusion_confirmed',
      'exclusion_rejected',
      'visit_edited',
      'visit_handed_over',
      'visit_reopened',
      'party_left',
      'import_finished',
    ],
  },
  {
    group: 'customers',
    kinds: [
      'customer_edited',
      'consent_noted',
      'card_opened',
      'card_regraded',
      'card_edited',
      'card_handed_over',
      'cards_reassigned',
      'followed_up',
      'loss_asked',
      'loss_approved',
      'loss_rejected',
      'car_ordered',
      'order_cancelled',
      'car_delivered',
      'lead_received',
      'party_member_added',
      'party_member_edited',
      'party_member_removed',
      'duplicates_found',
      'found_different',
      'customers_merged',
      'merge_undone',
      'cards_merged',
      'cards_parted',
      'notice_seen',
      'contacts_exported',
      'appointment_made',
      'appointment_moved',
      'appointment_edited',
      'appointment_kept',
      'appointment_missed',
      'appointment_cancelled',
      'drive_booked',
      'drive_moved',
      'drive_finished',
      'drive_cancelled',
      'lead_reassigned',
      'lead_escalated',
      'quote_given',
      'quote_withdrawn',
      'quote_accepted',
    ],
  },
  {
    group: 'house',
    kinds: [
      'day_begun',
      'follow_up_rules_set',
      'list_filter_changed',
      'lead_rules_set',
      'answer_times_set',
      'days_off_added',
      'days_off_removed',
      'working_hours_set',
      'duty_changed',
      'door_counted',
      'set_up_changed',
    ],
  },
];

export const setUpKinds = [{ group: 'house', kinds: ['set_up_changed', 'signed_in'] }];

type Place = { to: string; rights: Right[] };

/** Where the record behind a fact can be read and by whom, if it has a page. */
export function placeOf(storeId: string, kind: string, id: string): Place | null {
  if (kind === 'visit')
    return { to: `/stores/${storeId}/visits/${id}`, rights: ['visits.read', 'visits.own'] };
  if (kind === 'customer') return { to: `/stores/${storeId}/customers/${id}`, rights: ['customers.read'] };
  if (kind === 'card')
    return { to: `/stores/${storeId}/prospects/${id}`, rights: ['prospects.read', 'prospects.own'] };
  if (kind === 'import') return { to: `/imports/${storeId}/${id}`, rights: ['imports.run'] };
  return null;
}
