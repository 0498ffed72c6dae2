import type { LiveKeys } from '@platform/events';

const pictures = ['hundred', 'unfiled', 'cohorts'];

export const liveKeys: LiveKeys = {
  visit: pictures,
  // An order or a loss is what has become of somebody.
  card: pictures,
  // Who came to the door is half of how complete the log is.
  door: pictures,
  import: pictures,
};
