import type { Name } from '@platform/api/types';
import type { Choice } from '@platform/picker/AsyncPicker';
import { searchCustomers } from '../api';

export type Visitor = Choice & { charge: Name | null };

/** The search looks into every store of the person who asks; a visitor belongs to the store they stand in. */
export async function searchVisitors(storeId: string, text: string, signal: AbortSignal): Promise<Visitor[]> {
  const { items } = await searchCustomers(text, signal);
  const here = items.filter((item) => item.store_id === storeId);
  return here.map((item) => ({
    id: item.id,
    label: item.name,
    note: [item.phone_display, item.plate, item.salesperson?.name].filter(Boolean).join(' · '),
    charge: item.salesperson,
  }));
}
