import { useFormat } from '@platform/format/useFormat';
import type { Store } from '@platform/api/types';
import { useNow } from '@platform/now';

/** Day and time of a visit; the year is told when it is not this one, for lists go back for years. */
export function useWhen(store: Store) {
  const format = useFormat(store);
  const thisYear = format.dayOf(useNow()).slice(0, 4);
  return (instant: string) => {
    const day = format.dayOf(instant);
    return day.startsWith(thisYear) ? format.dayTime(instant) : `${format.day(day)} ${format.time(instant)}`;
  };
}
