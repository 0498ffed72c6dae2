import type { LiveKeys } from '@platform/events';

// Signing in is told about the same subject as a change of the person, and far more often: only a change is read again
// everywhere. The session too: a right that was given or taken shows at once, and an ended session leads to signing in.
export const liveKeys: LiveKeys = {
  'set_up_changed person': [
    'people',
    'person-sessions',
    'people-names',
    'staff-names',
    'sessions',
    'calendar-feed',
    'picker',
    'session',
    'audit',
  ],
  'signed_in person': ['person-sessions', 'audit'],
  'duty_changed person': ['audit'],
  store: ['stores', 'session', 'audit'],
  group: ['groups', 'stores', 'audit'],
  model: ['models', 'picker', 'audit'],
  list_entry: ['channels', 'reasons', 'audit'],
  token: ['tokens', 'audit'],
  visit: ['audit'],
  customer: ['audit'],
  card: ['audit'],
  test_car: ['test-cars', 'audit'],
  door: ['audit'],
  import: ['audit'],
  export: ['audit'],
};
