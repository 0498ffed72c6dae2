import type { LiveKeys } from '@platform/events';

export const liveKeys: LiveKeys = {
  visit: ['customer', 'customers', 'prospects'],
  customer: ['customer', 'customers', 'prospects'],
  card: ['prospects', 'customer'],
  'follow_up_rules_set store': ['rules'],
};
