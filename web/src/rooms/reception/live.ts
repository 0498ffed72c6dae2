import type { LiveKeys } from '@platform/events';

const aboutVisits = ['house', 'today', 'visits', 'visit', 'facts'];

export const liveKeys: LiveKeys = {
  visit: aboutVisits,
  'duty_changed person': ['house'],
  'set_up_changed person': ['house', 'staff'],
  door: ['house', 'today', 'door-counts'],
  customer: ['picker'],
  import: ['imports', 'import-rows'],
};
