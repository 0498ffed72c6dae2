import type { LiveKeys } from '@platform/events';

const pictures = ['hundred', 'unfiled'];

export const liveKeys: LiveKeys = {
  visit: pictures,
  // Who came to the door is half of how complete the log is.
  door: pictures,
  import: pictures,
};
