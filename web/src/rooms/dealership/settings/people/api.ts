import { get, post, put, remove } from '@platform/api/client';
import type { Items, SessionRecord } from '@platform/api/types';
import { newId } from '@platform/id';
import type { Person } from '../types';

export type PersonValue = Omit<Person, 'id' | 'version'>;

export const newPerson: PersonValue = {
  name: '',
  login: '',
  roles: [],
  store_ids: [],
  group_id: null,
  phone: null,
  retired: false,
};

export const valueOf = ({ id: _id, version: _version, ...value }: Person): PersonValue => value;

/** The whole group says all of its stores: naming some of them besides would only mislead. */
const clean = (value: PersonValue) => ({
  ...value,
  store_ids: value.group_id ? [] : value.store_ids,
  phone: value.phone || null,
});

export type PersonCreated = { person: Person; first_password: string };

/** A new id each time: an answer that got lost took the first password with it, and that one never comes back. */
export function addPerson(value: PersonValue): Promise<PersonCreated> {
  const { retired: _retired, ...body } = clean(value);
  return post<PersonCreated>('/people', { id: newId(), ...body });
}

export const savePerson = (id: string, value: PersonValue, version?: number) =>
  put<Person>(`/people/${id}`, clean(value), version);

export const resetPassword = (id: string) => post<{ first_password: string }>(`/people/${id}/password-reset`);
export const listSessionsOf = (id: string) => get<Items<SessionRecord>>(`/people/${id}/sessions`);
export const endSessionOf = (id: string, sessionId: string) => remove(`/people/${id}/sessions/${sessionId}`);
