import type { Appointment, Card, DueAppointment } from '@platform/api/types';

/** A line of the day: somebody who is expected, or a card that is due. */
export type Row =
  | { due: DueAppointment; card: Card; at: string }
  | { due?: undefined; card: Card; at: string; missed?: Appointment };

/**
 * Appointments and cards in one list by time. A card that is due for its appointment alone is that appointment's line;
 * a missed appointment stands on its card's line. While there are further pages, what comes after the last card waits.
 */
export function byTime(cards: Card[], due: DueAppointment[], more: boolean): Row[] {
  const expected = due.filter(({ appointment }) => appointment.standing === 'invited');
  const missed = due.filter(({ appointment }) => appointment.standing === 'missed');
  const isFor = (card: Card, { appointment }: DueAppointment) =>
    appointment.card_id === card.id && card.next?.timed && card.next.at === appointment.at;
  const others = cards.filter((card) => !expected.some((each) => isFor(card, each)));
  const last = cards.at(-1)?.next?.at ?? '';
  const rows: Row[] = [
    ...expected
      .filter(({ appointment }) => !more || appointment.at <= last)
      .map((each): Row => ({ due: each, card: each.card, at: each.appointment.at })),
    ...others.map((card): Row => {
      const of = missed.find(({ appointment }) => appointment.card_id === card.id);
      return { card, at: card.next?.at ?? '', missed: of?.appointment };
    }),
  ];
  return rows.sort((a, b) => a.at.localeCompare(b.at));
}
