import { get, inStore, post, put } from '@platform/api/client';
import type { Customer, Items, Purpose, Sex, StaffMember } from '@platform/api/types';
import { newId } from '@platform/id';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export const customerKey = (storeId: string, id: string) => ['customer', storeId, id] as const;

export function useCustomer(storeId: string, id: string) {
  return useQuery({
    queryKey: customerKey(storeId, id),
    queryFn: ({ signal }) => get<Customer>(`${inStore(storeId)}/customers/${id}`, {}, signal),
  });
}

export type Identity = {
  name: string;
  sex: Sex | null;
  phone: string | null;
  wechat: string | null;
  plate: string | null;
};

export const saveIdentity = (customer: Customer, body: Identity, version: number) =>
  put<Customer>(`${inStore(customer.store_id)}/customers/${customer.id}`, body, version);

export const saveConsent = (customer: Customer, purpose: Purpose, given: boolean) =>
  post<Customer>(`${inStore(customer.store_id)}/customers/${customer.id}/consents`, {
    id: newId(),
    purpose,
    given,
  });

export function useCustomerChange<V>(
  act: (input: V) => Promise<unknown>,
  customer: Customer,
  onDone?: () => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: customerKey(customer.store_id, customer.id) });
      void client.invalidateQueries({ queryKey: ['customers'] });
      void client.invalidateQueries({ queryKey: ['prospects'] });
      onDone?.();
    },
  });
}

export function useSalespeople(storeId: string) {
  return useQuery({
    queryKey: ['staff', storeId],
    queryFn: () => get<Items<StaffMember>>(`${inStore(storeId)}/staff`, { role: 'salesperson' }),
    staleTime: 10 * 60_000,
    select: ({ items }) => items,
  });
}
