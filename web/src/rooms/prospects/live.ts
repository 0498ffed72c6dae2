import type { LiveKeys } from '@platform/events';

const aboutCards = [
  'prospects',
  'card',
  'due',
  'customer',
  'customers',
  'calendar',
  'leads',
  'lead',
  'quote',
];

export const liveKeys: LiveKeys = {
  // A filed visit opens a card, and every visit stands in its history.
  visit: aboutCards,
  customer: aboutCards,
  card: aboutCards,
  // Grades move at midnight, and the day's list is another one.
  'visit_skated visit': ['notices'],
  'notice_seen notice': ['notices'],
  'duplicates_found store': ['duplicates'],
  'found_different customer': ['duplicates'],
  'customers_merged customer': ['duplicates', 'merges', 'visit', 'today'],
  'merge_undone customer': ['duplicates', 'merges', 'visit', 'today'],
  'list_filter_changed filter': ['prospect-filters'],
  'cards_reassigned reassignment': aboutCards,
  test_car: ['test-cars', 'calendar'],
  'day_begun store': aboutCards,
  'follow_up_rules_set store': [...aboutCards, 'rules'],
  // A lead of which nothing could be made has no card.
  'lead_received store': ['leads'],
  'lead_rules_set store': ['lead-rules'],
  'answer_times_set store': ['answer-times'],
  // Who is away decides on which day the next follow-up is due.
  'days_off_added person': aboutCards,
  'days_off_removed person': aboutCards,
  'working_hours_set person': aboutCards,
};
