import type { Role } from '@platform/api/types';

export type Person = {
  id: string;
  name: string;
  login: string;
  roles: Role[];
  store_ids: string[];
  /** Sees every store of this group, future ones too. */
  group_id: string | null;
  phone: string | null;
  retired: boolean;
  version: number;
};

export type Group = { id: string; name: string; version: number };

export type TokenRecord = {
  id: string;
  name: string;
  created_at: string;
  last_used_at: string | null;
  revoked: boolean;
};

export const roles: Role[] = [
  'receptionist',
  'salesperson',
  'sales_manager',
  'care_specialist',
  'marketer',
  'general_manager',
  'administrator',
];
