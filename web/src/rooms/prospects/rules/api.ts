import { get, inStore, put } from '@platform/api/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sent, type Typed } from './rules';
import type { RulesPage } from './types';

const rulesKey = (storeId: string) => ['rules', storeId] as const;

export function useRules(storeId: string) {
  return useQuery({
    queryKey: rulesKey(storeId),
    queryFn: ({ signal }) => get<RulesPage>(`${inStore(storeId)}/prospects/rules`, {}, signal),
  });
}

type Setting = { day: string; typed: Typed };

export function useSetRules(storeId: string, onDone: (day: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ day, typed }: Setting) =>
      put<RulesPage>(`${inStore(storeId)}/prospects/rules/${day}`, sent(typed)),
    onSuccess: (page, { day }) => {
      client.setQueryData(rulesKey(storeId), page);
      onDone(day);
    },
  });
}
