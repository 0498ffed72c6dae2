export type Role =
  | 'receptionist'
  | 'salesperson'
  | 'sales_manager'
  | 'care_specialist'
  | 'marketer'
  | 'general_manager'
  | 'administrator';

export type Right =
  | 'visits.read'
  | 'visits.own'
  | 'visits.open'
  | 'visits.close'
  | 'visits.manage'
  | 'exclusions.confirm'
  | 'duty.manage'
  | 'doors.tap'
  | 'doors.read'
  | 'doors.count'
  | 'customers.read'
  | 'customers.find'
  | 'customers.own'
  | 'prospects.read'
  | 'prospects.own'
  | 'lists.edit'
  | 'models.edit'
  | 'people.edit'
  | 'stores.edit'
  | 'tokens.edit'
  | 'imports.run'
  | 'audit.read'
  | 'exports.run';

export type Language = 'zh' | 'en';
export type ThemeChoice = 'system' | 'light' | 'dark';
export type Name = { id: string; name: string };
export type Page<T> = { items: T[]; next_cursor: string | null };
export type Items<T> = { items: T[] };

export type Store = {
  id: string;
  group_id: string;
  code: string;
  name: string;
  time_zone: string;
  currency: string;
  country: string;
  opening_hours: { weekday: number; opens: string; closes: string }[];
  retired: boolean;
  version: number;
};

export type Me = {
  id: string;
  name: string;
  login: string;
  roles: Role[];
  rights: Right[];
  stores: Store[];
  language: Language;
  theme: ThemeChoice;
  must_change_password: boolean;
};

export type SessionRecord = {
  id: string;
  current: boolean;
  created_at: string;
  last_seen_at: string;
  user_agent: string | null;
  address: string | null;
};

export type StaffMember = { id: string; name: string; roles: Role[] };

export type Model = {
  id: string;
  brand: string;
  series: string;
  name: string;
  list_price: number | null;
  currency: string;
  retired: boolean;
  version: number;
};

export type ListEntry = {
  code: string;
  parent_code: string | null;
  label_zh: string;
  label_en: string;
  position: number;
  retired: boolean;
  added: boolean;
  version: number;
};

export type Fact = {
  id: string;
  at: string;
  kind: string;
  actor: Name | null;
  subject_kind: string;
  subject_id: string;
  data: Record<string, unknown>;
};
