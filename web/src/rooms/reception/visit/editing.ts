import type { Occasion, PurchaseWhen, Visit, VisitKind } from '@platform/api/types';
import type { Choice } from '@platform/picker/AsyncPicker';
import { registerBody, registerOf, type Register } from './register';

/** An edit remembers the version it began from: a colleague's change in between is noticed even after a reload. */
export type Editing = Register & {
  version: number;
  party_size: number;
  channel_code: string | null;
  arrived_at: string;
  appointed_at: string | null;
  left_at: string | null;
  kind: VisitKind;
  occasion: Occasion;
  model: Choice | null;
  price_from: number | null;
  price_to: number | null;
  purchase_when: PurchaseWhen | null;
  purchase_day: string | null;
  reason_code: string | null;
  asks: number | null;
  second_face: boolean | null;
  story: string | null;
  test_drive: boolean | null;
  quote: boolean | null;
  trade_in: boolean | null;
};

export function beginEditing(visit: Visit): Editing {
  const { version, party_size, channel_code, arrived_at, left_at, kind, occasion, price_from, price_to } =
    visit;
  const { purchase_when, purchase_day, reason_code, asks, second_face, story, test_drive, quote, trade_in } =
    visit;
  return {
    ...{ version, party_size, channel_code, arrived_at, left_at, kind, occasion, price_from, price_to },
    ...{ purchase_when, purchase_day, reason_code, asks, second_face, story, test_drive, quote, trade_in },
    ...registerOf(visit),
    appointed_at: visit.appointed_at,
    model: visit.model ? { id: visit.model.id, label: visit.model.name } : null,
  };
}

export function editBody(editing: Editing) {
  const { version: _, model, ...rest } = editing;
  return {
    ...rest,
    ...registerBody(editing),
    model_id: model?.id ?? null,
    story: rest.story?.trim() || null,
    purchase_day: rest.purchase_when === 'date' ? rest.purchase_day : null,
  };
}

/** The visit as it would be after this edit, to be compared with somebody else's. */
export function edited(visit: Visit, editing: Editing): Visit {
  const { model, ...rest } = editing;
  return {
    ...visit,
    ...rest,
    ...registerBody(editing),
    model: model ? { id: model.id, name: model.label } : null,
  };
}
