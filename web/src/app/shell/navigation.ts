import { useCan } from '@platform/session/session';
import { pagesFor, type NavigationEntry } from '../pages';

/** On the phone: four pages and "more", or five pages when that is all there is. */
const bottomPlaces = 5;

export function useNavigation(): NavigationEntry[] {
  return pagesFor(useCan());
}

export function splitForPhone<T extends { group?: string }>(entries: T[]): { bottom: T[]; more: T[] } {
  if (entries.length <= bottomPlaces) return { bottom: entries, more: [] };
  const daily = entries.filter((entry) => entry.group === 'daily').slice(0, bottomPlaces - 1);
  return { bottom: daily, more: entries.filter((entry) => !daily.includes(entry)) };
}
