import type { Name } from './shared';

export type Way = 'walk_in' | 'appointment' | 'call' | 'again';
export type VisitKind = 'visit' | 'call';
export type Occasion = 'first' | 'again';
export type Standing = 'open' | 'filed' | 'unfiled' | 'exclusion_asked' | 'excluded';
export type PurchaseWhen = 'this_week' | 'this_month' | 'next_month' | 'date' | 'unknown';
export type VisitAction =
  | 'edit'
  | 'file'
  | 'leave_unfiled'
  | 'exclude'
  | 'confirm_exclusion'
  | 'reject_exclusion'
  | 'depart'
  | 'hand_over'
  | 'reopen';

export type Visit = {
  id: string;
  store_id: string;
  way: Way;
  kind: VisitKind;
  occasion: Occasion;
  arrived_at: string;
  left_at: string | null;
  minutes: number | null;
  day: string;
  party_size: number;
  salesperson: Name | null;
  opened_by: Name | null;
  channel_code: string | null;
  standing: Standing;
  overdue: boolean;
  customer: { id: string; name: string; phone: string | null } | null;
  model: Name | null;
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
  exclusion_code: string | null;
  exclusion_asked_by: Name | null;
  exclusion_confirmed_by: Name | null;
  closed_at: string | null;
  version: number;
  can: VisitAction[];
};

export type OpenVisit = {
  id: string;
  way: Way;
  party_size: number;
  arrived_at: string;
  salesperson_id?: string;
  customer_id?: string;
};

export type Duty = { person: Name; turns: number; on_turn: boolean; busy: boolean; skipped: number };

export type House = {
  now: string;
  visits: Visit[];
  duty: Duty[];
  on_turn: Name | null;
  day: string;
  hour: number;
  logged_parties: number;
  counted_parties: number;
  tapped_this_hour: number;
};

export type DayFigures = {
  first_visits: number;
  filed: number;
  unfiled: number;
  open: number;
  excluded: number;
  calls: number;
  again: number;
  heads: number;
  logged_parties: number;
  counted_parties: number | null;
};

export type Today = {
  now: string;
  day: string;
  open: Visit[];
  overdue: Visit[];
  to_confirm: Visit[];
  closed: Visit[];
  figures: DayFigures;
};
