import type {
  Card,
  CarCondition,
  CardEdit,
  Grade,
  Payment,
  PurchaseWhen,
  Sureness,
} from '@platform/api/types';
import type { Choice } from '@platform/picker/AsyncPicker';

/** An edit remembers the version it began from: a colleague's change in between is noticed even after a reload. */
export type Editing = {
  version: number;
  model: Choice | null;
  colour: string;
  competing_model: string;
  car_condition: CarCondition | null;
  trade_in: boolean | null;
  payment: Payment | null;
  price_from: number | null;
  price_to: number | null;
  purchase_when: PurchaseWhen;
  purchase_day: string | null;
  sureness: Sureness | null;
  /** Another one than follows from the day. */
  grade: Grade | null;
  grade_reason: string;
};

export function beginEditing(card: Card): Editing {
  const { version, car_condition, trade_in, payment, price_from, price_to, purchase_when, sureness } = card;
  return {
    ...{ version, car_condition, trade_in, payment, price_from, price_to, purchase_when, sureness },
    model: card.model ? { id: card.model.id, label: card.model.name } : null,
    colour: card.colour ?? '',
    competing_model: card.competing_model ?? '',
    purchase_day: purchase_when === 'date' ? card.expected_on : null,
    grade: null,
    grade_reason: '',
  };
}

/** Everything is said anew: what is left out is no longer known. */
export function editBody({ version: _, model, ...editing }: Editing): CardEdit {
  return {
    ...editing,
    model_id: model?.id ?? null,
    colour: editing.colour.trim() || null,
    competing_model: editing.competing_model.trim() || null,
    purchase_day: editing.purchase_when === 'date' ? editing.purchase_day : null,
    grade_reason: editing.grade === null ? null : editing.grade_reason.trim() || null,
  };
}

/** The card as it would be after this edit, to be compared with somebody else's. */
export function edited(card: Card, editing: Editing): Card {
  const { model, purchase_day, grade: _, grade_reason: __, ...rest } = editing;
  const sameWord = rest.purchase_when === card.purchase_when;
  return {
    ...card,
    ...rest,
    colour: rest.colour.trim() || null,
    competing_model: rest.competing_model.trim() || null,
    model: model ? { id: model.id, name: model.label } : null,
    expected_on: rest.purchase_when === 'date' ? purchase_day : sameWord ? card.expected_on : null,
  };
}
