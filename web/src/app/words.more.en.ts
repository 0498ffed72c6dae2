import { byRoom } from './words';

/** What is said only on pages with which nobody begins the day on a phone. */
export const words = byRoom(
  import.meta.glob<object>(
    [
      '../rooms/dealership/account/words.en.json',
      '../rooms/dealership/daysoff/words.en.json',
      '../rooms/dealership/settings/words.en.json',
      '../rooms/dealership/settings/audit/words.en.json',
      '../rooms/improvement/cohorts/words.en.json',
      '../rooms/improvement/unfiled/words.en.json',
      '../rooms/prospects/board/words.en.json',
      '../rooms/prospects/calendar/words.en.json',
      '../rooms/prospects/calibration/words.en.json',
      '../rooms/prospects/duplicates/words.en.json',
      '../rooms/prospects/forms/words.en.json',
      '../rooms/prospects/handing/words.en.json',
      '../rooms/prospects/leadrules/words.en.json',
      '../rooms/prospects/quotes/words.en.json',
      '../rooms/prospects/rules/words.en.json',
      '../rooms/reception/doorcounts/words.en.json',
      '../rooms/reception/imports/words.en.json',
      '../rooms/workday/truth/words.en.json',
      '../rooms/workday/workload/words.en.json',
    ],
    { eager: true, import: 'default' },
  ),
);
