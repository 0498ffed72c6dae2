import type { Schemas } from './shared';

export type Way = Schemas['VisitView']['way'];
export type VisitKind = Schemas['VisitView']['kind'];
export type Occasion = Schemas['VisitView']['occasion'];
export type Standing = Schemas['VisitView']['standing'];
export type Transport = NonNullable<Schemas['VisitView']['transport']>;
export type PurchaseWhen = NonNullable<Schemas['VisitView']['purchase_when']>;
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

/** A visit says itself what the reader may do with it. */
type Doing<T> = Omit<T, 'can'> & { can: VisitAction[] };

export type Visit = Doing<Schemas['VisitView']>;
/** What the device fills in itself, so that it can be shown before the server has answered. */
export type OpenVisit = Schemas['NewVisit'] & { party_size: number; arrived_at: string };
export type Duty = Schemas['DutyEntry'];
export type House = Omit<Schemas['House'], 'visits'> & { visits: Visit[] };
export type DayFigures = Schemas['Figures'];
export type Today = Omit<Schemas['Today'], 'open' | 'overdue' | 'to_confirm' | 'closed'> &
  Record<'open' | 'overdue' | 'to_confirm' | 'closed', Visit[]>;
