import { get, post, put, remove } from '../api/client';
import { Problem } from '../api/problem';
import { forgetKept } from '../list/kept';
import type { Items, Language, Me, SessionRecord, ThemeChoice } from '../api/types';

/** Nobody signed in is an answer, not an error. */
export async function readSession(): Promise<Me | null> {
  try {
    return await get<Me>('/session');
  } catch (error) {
    if (error instanceof Problem && error.status === 401) {
      forgetKept(); // signed out elsewhere, by time, or by whoever took the cards over
      return null;
    }
    // The session is real but closed until the password changes; the form needs no more than that.
    if (error instanceof Problem && error.code === 'password_change_required') return passwordOnly;
    throw error;
  }
}

const passwordOnly: Me = {
  id: '',
  name: '',
  login: '',
  roles: [],
  rights: [],
  stores: [],
  language: 'zh',
  theme: 'system',
  must_change_password: true,
};

export type SetUp = {
  token: string;
  group_name: string;
  store_name: string;
  store_code: string;
  time_zone: string;
  currency: string;
  country: string;
  name: string;
  login: string;
  password: string;
};

export const signIn = (body: { login: string; password: string }) => post<Me>('/session', body);
export async function signOut(): Promise<void> {
  await remove('/session');
  forgetKept();
}
export const changePassword = (body: { current_password: string; new_password: string }) =>
  put<Me>('/session/password', body);
export const savePreferences = (body: { language: Language; theme: ThemeChoice }) =>
  put<Me>('/session/preferences', body);
export const listSessions = () => get<Items<SessionRecord>>('/sessions');
export const endSession = (id: string) => remove(`/sessions/${id}`);
export const readSetup = () => get<{ needed: boolean }>('/setup');
export const setUp = (body: SetUp) => post<Me>('/setup', body);
