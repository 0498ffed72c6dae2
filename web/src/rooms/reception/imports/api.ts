import { call, get, inStore, post, put } from '@platform/api/client';
import type { Items } from '@platform/api/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Mapping } from './mapping';
import { works, type Import, type Kind } from './types';

/** The server's events may be late or cut: work in progress is asked for besides. */
const workingEvery = 1000;
const listEvery = 3000;

const pathOf = (of: Import) => `${inStore(of.store_id)}/imports/${of.id}`;
export const importKey = (storeId: string, id: string) => ['imports', storeId, id];

export function useImports(storeId: string) {
  return useQuery({
    queryKey: ['imports', storeId],
    queryFn: ({ signal }) => get<Items<Import>>(`${inStore(storeId)}/imports`, {}, signal),
    refetchInterval: (query) =>
      query.state.data?.items.some(({ state }) => works(state)) ? listEvery : false,
    select: ({ items }) => items,
  });
}

export function useImport(storeId: string, id: string) {
  return useQuery({
    queryKey: importKey(storeId, id),
    queryFn: ({ signal }) => get<Import>(`${inStore(storeId)}/imports/${id}`, {}, signal),
    refetchInterval: (query) => (query.state.data && works(query.state.data.state) ? workingEvery : false),
  });
}

export const upload = (storeId: string, rows: Kind, file: File) =>
  call<Import>('POST', `${inStore(storeId)}/imports`, { query: { file_name: file.name, rows }, raw: file });

export const saveMapping = (of: Import, mapping: Mapping, version: number) =>
  put<Import>(`${pathOf(of)}/mapping`, mapping, version);

export const tryOut = (of: Import) => post<Import>(`${pathOf(of)}/trial`);
export const bringIn = (of: Import) => post<Import>(`${pathOf(of)}/run`);
export const rowsPath = (of: Import) => `${pathOf(of)}/rows`;
export const refusedPath = (of: Import) => `${pathOf(of)}/refused.csv`;

/** Every step answers with the import as it now stands. */
export function useImportStep<V>(act: (input: V) => Promise<Import>, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (now) => {
      client.setQueryData(importKey(now.store_id, now.id), now);
      // The rows of an earlier trial no longer hold.
      void client.invalidateQueries({ queryKey: ['import-rows', now.id] });
      void client.invalidateQueries({ queryKey: ['imports', now.store_id], exact: true });
      onDone?.();
    },
  });
}
