import type { LiveKeys } from '@platform/events';

const aboutVisits = ['house', 'today', 'visits', 'visit', 'facts'];

export const liveKeys: LiveKeys = {
  visit: aboutVisits,
  duty: ['house'],
  person: ['house'],
  door_count: ['house', 'today', 'door-counts'],
  store: ['house', 'today', 'door-counts'],
};
