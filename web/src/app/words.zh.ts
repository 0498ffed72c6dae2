import { byRoom } from './words';

/** All but what words.more.zh.ts has. */
export const words = byRoom(
  import.meta.glob<object>(
    [
      './words.zh.json',
      '../platform/words.zh.json',
      '../rooms/**/words.zh.json',
      '!../rooms/dealership/account/words.zh.json',
      '!../rooms/dealership/daysoff/words.zh.json',
      '!../rooms/dealership/settings/words.zh.json',
      '!../rooms/dealership/settings/audit/words.zh.json',
      '!../rooms/improvement/cohorts/words.zh.json',
      '!../rooms/improvement/unfiled/words.zh.json',
      '!../rooms/prospects/board/words.zh.json',
      '!../rooms/prospects/calendar/words.zh.json',
      '!../rooms/prospects/calibration/words.zh.json',
      '!../rooms/prospects/duplicates/words.zh.json',
      '!../rooms/prospects/forms/words.zh.json',
      '!../rooms/prospects/handing/words.zh.json',
      '!../rooms/prospects/leadrules/words.zh.json',
      '!../rooms/prospects/quotes/words.zh.json',
      '!../rooms/prospects/rules/words.zh.json',
      '!../rooms/reception/doorcounts/words.zh.json',
      '!../rooms/reception/imports/words.zh.json',
      '!../rooms/workday/truth/words.zh.json',
      '!../rooms/workday/workload/words.zh.json',
    ],
    { eager: true, import: 'default' },
  ),
);
