import type { NewPartyMember, PartyMember, PartyRole } from '@platform/api/types';
import { newId } from '@platform/id';

export const roles: PartyRole[] = ['buyer', 'user', 'payer', 'adviser'];
export const texts = ['name', 'phone', 'wechat'] as const;

/** A member as it is being typed; the id is there before anything is sent, so that sending twice adds once. */
export type Typing = {
  id: string;
  roles: PartyRole[];
  name: string;
  phone: string;
  wechat: string;
  version: number;
};

export const beginMember = (member?: PartyMember): Typing => ({
  id: member?.id ?? newId(),
  roles: member?.roles ?? [],
  name: member?.name ?? '',
  phone: member?.phone ?? '',
  wechat: member?.wechat ?? '',
  version: member?.version ?? 0,
});

const said = (text: string) => text.trim() || undefined;

export const newBody = (typed: Typing): NewPartyMember => ({
  id: typed.id,
  roles: typed.roles,
  name: typed.name.trim(),
  phone: said(typed.phone),
  wechat: said(typed.wechat),
});

/** The customer's name and contacts stand on the customer's record. */
export const editBody = (typed: Typing, isCustomer: boolean) =>
  isCustomer
    ? { roles: typed.roles }
    : { roles: typed.roles, name: said(typed.name), phone: said(typed.phone), wechat: said(typed.wechat) };
