import type { LiveKeys } from '@platform/events';

const aboutVisits = ['house', 'today', 'visits', 'visit', 'facts'];

export const liveKeys: LiveKeys = {
  visit: aboutVisits,
  person: ['house', 'staff'],
  door: ['house', 'today', 'door-counts'],
  list_entry: ['reasons', 'channels'],
};
