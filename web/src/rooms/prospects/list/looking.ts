import type { CardStanding, Grade } from '@platform/api/types';
import type { Attention } from '../board/types';
import { readAttention } from '../board/listing';
import { grades } from '../grades';
import { nobody } from '../nobody';

export const standings: CardStanding[] = ['following', 'loss_asked', 'ordered', 'delivered', 'lost'];
export const views = ['list', 'table', 'kanban'] as const;
export const orders = ['opened', 'next', 'expected', 'reached', 'grade', 'tries', 'price'] as const;
export const columns = [
  ...([
    'grade',
    'customer',
    'contact',
    'model',
    'price',
    'expected_on',
    'standing',
    'next',
    'salesperson',
  ] as const),
  ...([
    'reached_at',
    'followed_at',
    'tries',
    'opened_at',
    'colour',
    'competing_model',
    'sureness',
    'promise',
  ] as const),
];
export const usualColumns: Column[] = columns.slice(0, 10);

export type View = (typeof views)[number];
export type Order = (typeof orders)[number];
export type Column = (typeof columns)[number];

/** How the cards are looked at: which ones, as what, in what order. */
export type Looking = {
  view: View;
  grade: Grade | null;
  /** `open`: not closed; `all`: whatever became of them. */
  standing: CardStanding | 'open' | 'all';
  person: string | null;
  attention: Attention | null;
  model: string | null;
  order: Order;
  descending: boolean;
  columns: Column[];
  by: 'grade' | 'stage';
};

const oneOf = <T extends string>(all: readonly T[], text: string | null): T | null =>
  all.find((each) => each === text) ?? null;

/** Whoever opens the list looks for whom to follow up: what has ended is one choice away. What needs a look may stand anywhere. */
export function usualStanding({ view, attention, person }: Pick<Looking, 'view' | 'attention' | 'person'>) {
  if (attention) return 'all';
  return view === 'list' && person !== nobody ? 'following' : 'open';
}

/** Reads an address; what it does not know it passes over, so that a link from a newer version still opens. */
export function readLooking(query: URLSearchParams): Looking {
  const attention = readAttention(query.get('attention'));
  const view = oneOf(views, query.get('view')) ?? 'list';
  const person = query.get('person');
  const sort = query.get('sort') ?? '';
  const order = oneOf(orders, sort.replace(/^-/, ''));
  const chosen = (query.get('columns') ?? '').split(',').flatMap((each) => oneOf(columns, each) ?? []);
  return {
    ...{ view, attention, person },
    grade: oneOf(grades, query.get('grade')),
    standing:
      oneOf([...standings, 'open', 'all'] as const, query.get('standing')) ??
      usualStanding({ view, attention, person }),
    model: query.get('model'),
    order: order ?? (view === 'list' ? 'opened' : 'next'),
    descending: order ? sort.startsWith('-') : view === 'list',
    columns: chosen.length > 0 ? [...new Set(chosen)] : usualColumns,
    by: query.get('by') === 'stage' ? 'stage' : 'grade',
  };
}

/** The cards of it, as the server is asked for them. */
export function askedOf(looking: Looking): Record<string, string | null> {
  const { standing, person } = looking;
  return {
    grade: looking.grade,
    standing: standing === 'open' || standing === 'all' ? null : standing,
    open: standing === 'open' ? 'true' : null,
    salesperson_id: person === nobody ? null : person,
    unassigned: person === nobody ? 'true' : null,
    attention: looking.attention,
    model_id: looking.model,
  };
}

export const inOrder = ({ order, descending }: Looking) => ({ order, descending: String(descending) });

/** What of an address is kept under a name: everything that says how to look, and nothing else. */
const kept = ['view', 'grade', 'standing', 'person', 'attention', 'model', 'sort', 'columns', 'by'];
export function keptQuery(query: URLSearchParams): string {
  const looking = new URLSearchParams();
  for (const name of kept) {
    const value = query.get(name);
    if (value) looking.set(name, value);
  }
  return looking.toString();
}
