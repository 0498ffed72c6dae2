import { post, put } from '@platform/api/client';
import type { Store } from '@platform/api/types';
import type { Group } from '../types';

export type StoreValue = Omit<Store, 'version'>;
export type Hours = Store['opening_hours'][number];

export const valueOf = ({ version: _version, ...value }: Store): StoreValue => value;

const usual = { opens: '09:00', closes: '18:00' };

export function newStore(id: string, like: Store): StoreValue {
  const { group_id, time_zone, currency, country } = like;
  const opening_hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...usual }));
  return {
    ...{ id, group_id, time_zone, currency, country, opening_hours, code: '', name: '', retired: false },
    ...{ address: null, phone: null, grade_labels: { N: null, H: null, A: null, B: null, C: null } },
  };
}

/** A field that was emptied says that there is none. */
const sent = <T extends Pick<StoreValue, 'address' | 'phone'>>(value: T) => ({
  ...value,
  address: value.address?.trim() || null,
  phone: value.phone?.trim() || null,
});

export function addStore({ retired: _retired, ...value }: StoreValue): Promise<Store> {
  return post<Store>('/stores', sent(value));
}

export function saveStore({ id, ...value }: StoreValue, version?: number): Promise<Store> {
  return put<Store>(`/stores/${id}`, sent(value), version);
}

export type GroupValue = { id: string; name: string };

export const addGroup = (value: GroupValue) => post<Group>('/groups', value);
export const saveGroup = ({ id, name }: GroupValue, version?: number) =>
  put<Group>(`/groups/${id}`, { name }, version);
