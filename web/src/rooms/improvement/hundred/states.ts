import type { Figure, FigureGroup } from '../types';

/** The small sign on a figure's chest: it tells the groups apart where colour does not. */
export type Sign =
  | 'star'
  | 'tick'
  | 'more'
  | 'exclamation'
  | 'fall'
  | 'bar'
  | 'cross'
  | 'triangle'
  | 'arrow'
  | 'question'
  | 'dot'
  | 'none';
export type Look = { tone: string; sign: Sign };

/** What may have become of somebody. Filed alone are those of whom there is no card. */
export const states: Record<string, Look> = {
  closed: { tone: 'closed', sign: 'star' },
  filed: { tone: 'filed', sign: 'tick' },
  follow_up: { tone: 'followed', sign: 'more' },
  overdue: { tone: 'overdue', sign: 'exclamation' },
  lost: { tone: 'lost', sign: 'fall' },
  open: { tone: 'open', sign: 'none' },
};

/** First-level causes of the unfiled, as every store has them; a store's own ones share a look. */
export const causes: Record<string, Look> = {
  U1: { tone: 'not_asked', sign: 'bar' },
  U2: { tone: 'refused', sign: 'cross' },
  U3: { tone: 'need', sign: 'triangle' },
  U4: { tone: 'elsewhere', sign: 'arrow' },
  U9: { tone: 'unknown', sign: 'question' },
};
const other: Look = { tone: 'other', sign: 'dot' };

export type GroupKey = string;

export const keyOf = ({ state, cause }: Pick<FigureGroup, 'state' | 'cause'>): GroupKey =>
  cause === null ? state : `${state}.${cause}`;

/** The first level of a reason: "U1" of "U1.forgot". */
const causeOf = (figure: Figure) =>
  figure.state === 'unfiled' ? (figure.reason_code ?? '').replace(/\..*$/, '') : null;

export const groupOf = (figure: Figure): GroupKey => keyOf({ state: figure.state, cause: causeOf(figure) });

export const lookOf = ({ state, cause }: Pick<FigureGroup, 'state' | 'cause'>): Look =>
  (cause === null ? states[state] : causes[cause]) ?? other;

export type Flock = { key: GroupKey; group: FigureGroup; look: Look; figures: Figure[] };

/** The groups in the server's order, each with its figures: a group counts exactly the figures it shows. */
export function flocksOf(groups: FigureGroup[], figures: Figure[]): Flock[] {
  return groups.map((group) => {
    const key = keyOf(group);
    return { key, group, look: lookOf(group), figures: figures.filter((each) => groupOf(each) === key) };
  });
}
