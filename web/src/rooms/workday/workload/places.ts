/** A day of a person (null: of nobody), as the address names it. */
export type Place = { day: string; person: string | null };

const between = '~';
export const writePlace = ({ day, person }: Place) => [day, person ?? ''].join(between);
export function readPlace(text: string | null): Place | null {
  const [day, person] = (text ?? '').split(between);
  return day && /^\d{4}-\d\d-\d\d$/.test(day) ? { day, person: person || null } : null;
}
