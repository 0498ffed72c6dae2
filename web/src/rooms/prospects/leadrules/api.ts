import { get, inStore, put } from '@platform/api/client';
import type { Schemas } from '@platform/api/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sent, type Rule } from './rules';

export type LeadRules = Schemas['LeadRulesView'];
export type AnswerTimesPage = Schemas['AnswerTimesPage'];
export type AnswerTimes = Schemas['AnswerTimes'];

const rulesKey = (storeId: string) => ['lead-rules', storeId] as const;
const timesKey = (storeId: string) => ['answer-times', storeId] as const;

export function useLeadRules(storeId: string) {
  return useQuery({
    queryKey: rulesKey(storeId),
    queryFn: ({ signal }) => get<LeadRules>(`${inStore(storeId)}/leads/rules`, {}, signal),
  });
}

export function useSetLeadRules(storeId: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ rules, version }: { rules: Rule[]; version: number }) =>
      put<LeadRules>(`${inStore(storeId)}/leads/rules`, { rules: rules.map(sent) }, version),
    onSuccess: (saved) => {
      client.setQueryData(rulesKey(storeId), saved);
      onDone();
    },
  });
}

export function useAnswerTimes(storeId: string) {
  return useQuery({
    queryKey: timesKey(storeId),
    queryFn: ({ signal }) => get<AnswerTimesPage>(`${inStore(storeId)}/leads/times`, {}, signal),
  });
}

type Setting = { day: string; times: Record<keyof AnswerTimes, number | ''> };

export function useSetAnswerTimes(storeId: string, onDone: (day: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ day, times }: Setting) =>
      put<AnswerTimesPage>(
        `${inStore(storeId)}/leads/times/${day}`,
        Object.fromEntries(Object.entries(times).map(([name, value]) => [name, value === '' ? null : value])),
      ),
    onSuccess: (page, { day }) => {
      client.setQueryData(timesKey(storeId), page);
      onDone(day);
    },
  });
}
