import type { LiveKeys } from '@platform/events';
import { liveKeys as dealership } from '../rooms/dealership/live';
import { liveKeys as improvement } from '../rooms/improvement/live';
import { liveKeys as prospects } from '../rooms/prospects/live';
import { liveKeys as reception } from '../rooms/reception/live';
import { liveKeys as workday } from '../rooms/workday/live';

/** What every room reads again when a colleague changes something. */
export const liveKeys = [dealership, reception, prospects, workday, improvement].reduce<LiveKeys>(
  (all, room) => {
    for (const [subject, keys] of Object.entries(room)) all[subject] = [...(all[subject] ?? []), ...keys];
    return all;
  },
  {},
);
