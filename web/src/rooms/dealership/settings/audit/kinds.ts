/** What can be looked for, in groups; the set-up log has kinds of its own. */
export const storeKinds = [
  {
    group: 'visits',
    kinds: [
      'visit_opened',
      'visit_filed',
      'visit_left_unfiled',
      'exclusion_asked',
      'exclusion_confirmed',
      'exclusion_rejected',
      'visit_edited',
      'visit_handed_over',
      'visit_reopened',
      'party_left',
    ],
  },
  { group: 'customers', kinds: ['customer_edited', 'consent_noted', 'card_opened', 'card_regraded'] },
  { group: 'house', kinds: ['duty_changed', 'door_counted', 'set_up_changed'] },
];

export const setUpKinds = [{ group: 'house', kinds: ['set_up_changed', 'signed_in'] }];

/** Where the record behind a fact can be read, if it has a page. */
export function placeOf(storeId: string, kind: string, id: string): string | null {
  if (kind === 'visit') return `/stores/${storeId}/visits/${id}`;
  if (kind === 'customer') return `/stores/${storeId}/customers/${id}`;
  return null;
}
