import type { Card, NewOrder } from '@platform/api/types';
import type { Choice } from '@platform/picker/AsyncPicker';

export type Ordering = {
  id: string;
  model: Choice | null;
  colour: string;
  price: number | null;
  deposit: number | null;
  deliver_on: string | null;
  /** The quote that they accept with it. */
  quote_id: string | null;
};

/** What is known of what they want is what they usually order. */
export const beginOrdering = (card: Card, id: string): Ordering => ({
  id,
  model: card.model && { id: card.model.id, label: card.model.name },
  colour: card.colour ?? '',
  price: null,
  deposit: null,
  deliver_on: null,
  quote_id: null,
});

export type Missing = 'model' | 'price';

/** What the order cannot do without. */
export const missingIn = ({ model, price }: Ordering): Missing[] => [
  ...(model === null ? (['model'] as const) : []),
  ...(price === null ? (['price'] as const) : []),
];

export const orderBody = (ordering: Ordering): NewOrder => {
  const { id, model, colour, price, deposit, deliver_on, quote_id } = ordering;
  return {
    id,
    model_id: model?.id ?? '',
    colour: colour.trim() || null,
    price: price ?? 0,
    deposit: deposit ?? 0,
    deliver_on,
    quote_id,
    ordered_at: null,
  };
};
