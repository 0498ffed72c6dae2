import { inStore, post, put } from '@platform/api/client';
import type { ListEntry } from '@platform/api/types';
import { useQueryClient } from '@tanstack/react-query';
import { listKey, type ListName } from '../queries';

export type Which = { storeId: string; list: ListName };
export type EntryValue = Pick<ListEntry, 'label_zh' | 'label_en' | 'retired' | 'position'>;

const folder = ({ storeId, list }: Which) =>
  list === 'channels' ? `${inStore(storeId)}/channels` : `${inStore(storeId)}/reasons`;

export function addEntry(
  which: Which,
  body: { id: string; parent_code: string; label_zh: string; label_en: string },
): Promise<ListEntry> {
  const { list } = which;
  return post<ListEntry>(folder(which), list === 'channels' ? body : { ...body, list });
}

export function saveEntry(which: Which, code: string, value: EntryValue, version?: number) {
  const { list } = which;
  const place = list === 'channels' ? encodeURIComponent(code) : `${list}/${encodeURIComponent(code)}`;
  return put<ListEntry>(`${folder(which)}/${place}`, value, version);
}

export function useReread({ storeId, list }: Which) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: listKey(storeId, list) });
}
