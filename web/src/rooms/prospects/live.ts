import type { LiveKeys } from '@platform/events';

const aboutCards = ['prospects', 'card', 'due', 'customer', 'customers', 'calendar'];

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
  test_car: ['test-cars', 'calendar'],
  'day_begun store': aboutCards,
  'follow_up_rules_set store': [...aboutCards, 'rules'],
};
