import type { components } from '../schema';

export type Schemas = components['schemas'];

export type Role = Schemas['Me']['roles'][number];

/** The description calls them text: a server that is newer than the page may name rights the page has never heard of. */
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
  | 'prospects.follow'
  | 'prospects.manage'
  | 'lists.edit'
  | 'models.edit'
  | 'people.edit'
  | 'stores.edit'
  | 'tokens.edit'
  | 'imports.run'
  | 'audit.read'
  | 'exports.run';

export type Language = Schemas['Me']['language'];
export type ThemeChoice = Schemas['Me']['theme'];
export type Name = Schemas['Name'];
export type Page<T> = { items: T[]; next_cursor: string | null };
export type Items<T> = { items: T[] };

export type Store = Schemas['Store'];
export type Me = Omit<Schemas['Me'], 'rights'> & { rights: Right[] };
export type SessionRecord = Schemas['SessionRecord'];
export type StaffMember = Schemas['StaffMember'];
export type Model = Schemas['Model'];
export type ListEntry = Schemas['ListEntry'];
export type Fact = Omit<Schemas['FactRow'], 'data'> & { data: Record<string, unknown> };
