import { get, inStore } from '@platform/api/client';
import type { Schemas } from '@platform/api/types';
import { usePages } from '@platform/list/usePages';
import { useQuery } from '@tanstack/react-query';

export type Lead = Schemas['LeadView'];
export type LeadState = Lead['state'];
export type LeadSummary = Schemas['LeadSummary'];
export type LeadPage = Schemas['LeadPage'];

/** In the order in which they need a look. */
export const states: LeadState[] = ['waiting', 'breached', 'answered', 'repeated', 'refused'];

/** The events may be late or cut, and clocks run out: read again every so often all the same. */
const every = 30_000;

export function useLeads(storeId: string, state: LeadState | null) {
  return usePages<Lead>(['leads', storeId], `${inStore(storeId)}/leads`, { state }, { every });
}

export function useWaitingLeads(storeId: string) {
  return useQuery({
    queryKey: ['leads', storeId, 'waiting'],
    queryFn: ({ signal }) =>
      get<{ items: Lead[] }>(`${inStore(storeId)}/leads`, { state: 'waiting', limit: 20 }, signal),
    refetchInterval: every,
    select: ({ items }) => items,
  });
}

export function useSummary(storeId: string) {
  return useQuery({
    queryKey: ['leads', storeId, 'summary'],
    queryFn: ({ signal }) => get<LeadSummary>(`${inStore(storeId)}/leads/summary`, {}, signal),
    refetchInterval: every,
  });
}

export function useLead(storeId: string, id: string | null) {
  return useQuery({
    queryKey: ['lead', storeId, id],
    queryFn: ({ signal }) => get<LeadPage>(`${inStore(storeId)}/leads/${id}`, {}, signal),
    enabled: id !== null,
  });
}
