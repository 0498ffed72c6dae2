import type { Name } from './shared';
import type { PurchaseWhen, Visit } from './visits';

export type KnownCustomer = {
  customer: {
    id: string;
    name: string;
    salesperson: Name | null;
    visits: number;
    last_visit_at: string | null;
  } | null;
  phone: string | null;
  phone_display: string | null;
};

export type Sex = 'female' | 'male';
export type Purpose = 'follow_up' | 'marketing';

export type CustomerRow = {
  id: string;
  name: string;
  phone: string | null;
  wechat: string | null;
  plate: string | null;
  salesperson: Name | null;
  created_at: string;
  last_visit_at: string | null;
};

export type Grade = 'N' | 'H' | 'A' | 'B' | 'C';

export type Card = {
  id: string;
  store_id: string;
  customer: { id: string; name: string; phone: string | null };
  salesperson: Name | null;
  grade: Grade;
  purchase_when: PurchaseWhen | null;
  expected_on: string | null;
  model: Name | null;
  price_from: number | null;
  price_to: number | null;
  visit_id: string;
  opened_at: string;
};

export type Consent = { purpose: Purpose; given: boolean; at: string; by: Name | null };

export type Customer = {
  id: string;
  store_id: string;
  name: string;
  sex: Sex | null;
  phone: string | null;
  phone_display: string | null;
  wechat: string | null;
  plate: string | null;
  partial: boolean;
  salesperson: Name | null;
  created_at: string;
  consents: Consent[];
  visits: Visit[];
  card: Card | null;
  version: number;
};

export type Found = {
  kind: 'customer';
  id: string;
  store_id: string;
  store_name: string;
  name: string;
  phone_display: string | null;
  plate: string | null;
  salesperson: Name | null;
};
