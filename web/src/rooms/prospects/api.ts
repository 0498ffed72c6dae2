import { get, inStore, post, put } from '@platform/api/client';
import type {
  Card,
  CardEdit,
  CardPage,
  Customer,
  DueList,
  Items,
  NewOrder,
  Purpose,
  Sex,
  StaffMember,
} from '@platform/api/types';
import { newId } from '@platform/id';
import { usePages } from '@platform/list/usePages';
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';

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
  email: string | null;
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

export const cardKey = (storeId: string, id: string) => ['card', storeId, id] as const;
export const dueKey = (storeId: string) => ['due', storeId] as const;
const cardPath = (card: { store_id: string; id: string }) => `${inStore(card.store_id)}/prospects/${card.id}`;

/** The events may be late or cut, and hours pass: whom to follow up is read again every minute all the same. */
const dueEvery = 60_000;

export function useCard(storeId: string, id: string) {
  return useQuery({
    queryKey: cardKey(storeId, id),
    queryFn: ({ signal }) => get<CardPage>(cardPath({ store_id: storeId, id }), {}, signal),
  });
}

export function useDue(storeId: string, personId: string | null) {
  const query = { salesperson_id: personId, limit: 20 };
  return usePages<Card, DueList>(dueKey(storeId), `${inStore(storeId)}/prospects/due`, query, {
    every: dueEvery,
  });
}

export const editCard = (card: Card, body: CardEdit, version: number) =>
  put<Card>(cardPath(card), body, version);
export const handOver = (card: Card, to: string) => post<Card>(`${cardPath(card)}/handover`, { to });
export const placeOrder = (card: Card, body: NewOrder) => post<Card>(`${cardPath(card)}/orders`, body);
export const deliver = (card: Card, plate: string | null) =>
  post<Card>(`${cardPath(card)}/delivery`, { plate });
export const cancelOrder = (card: Card, reason: string) =>
  post<Card>(`${cardPath(card)}/cancellation`, { reason });
export const approveLoss = (card: Card) => post<Card>(`${cardPath(card)}/loss/approval`);
export const rejectLoss = (card: Card) => post<Card>(`${cardPath(card)}/loss/rejection`);

const showCards = ['card', 'due', 'prospects', 'customer', 'customers', 'calendar'];

/** Whatever shows cards is read again. */
export function readCardsAgain(client: QueryClient) {
  return Promise.all(showCards.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

/** Every change answers with the card: it is shown at once, its history is read again. */
export function useCardChange<V>(act: (input: V) => Promise<Card>, onDone?: (card: Card) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (card) => {
      client.setQueryData<CardPage>(cardKey(card.store_id, card.id), (page) => page && { ...page, card });
      void readCardsAgain(client);
      onDone?.(card);
    },
  });
}
