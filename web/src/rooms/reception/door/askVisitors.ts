import type { Name } from '@platform/api/types';
import type { Choice } from '@platform/picker/AsyncPicker';
import { askKnownCustomer, searchCustomers } from '../api';

export type Visitor = Choice & { charge: Name | null };

export async function searchVisitors(text: string, signal: AbortSignal): Promise<Visitor[]> {
  const { items } = await searchCustomers(text, signal);
  return items.map((item) => ({
    id: item.id,
    label: item.name,
    note: [item.phone_display, item.plate, item.salesperson?.name].filter(Boolean).join(' · '),
    charge: item.salesperson,
  }));
}

const wholeNumber = 8;

/** Who may not browse the customers may still ask who is on file under a whole phone number. */
export async function visitorByPhone(storeId: string, text: string, signal: AbortSignal): Promise<Visitor[]> {
  if (text.replace(/\D/g, '').length < wholeNumber) return [];
  const { customer, phone_display } = await askKnownCustomer(storeId, { phone: text }, signal).catch(() => ({
    customer: null,
    phone_display: null,
  }));
  if (!customer) return [];
  const note = [phone_display, customer.salesperson?.name].filter(Boolean).join(' · ');
  return [{ id: customer.id, label: customer.name, note, charge: customer.salesperson }];
}
