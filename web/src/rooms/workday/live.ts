import type { LiveKeys } from '@platform/events';

const ofWork = ['truth', 'findings', 'workload', 'workload-ahead', 'workload-cards', 'workload-hours'];

export const liveKeys: LiveKeys = {
  card: ofWork,
  // A visit is a talk, and a customer who came is followed up the next day.
  visit: ofWork,
  'cards_reassigned reassignment': ofWork,
  'day_begun store': ofWork,
  'days_off_added person': ofWork,
  'days_off_removed person': ofWork,
  'working_hours_set person': ofWork,
};
