import { get, post, put, remove } from '@platform/api/client';
import type { Schemas } from '@platform/api/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export type Notifying = Schemas['Notifying'];
export type NotifyKind = Notifying['by_mail'][number];
export const kinds: NotifyKind[] = ['lead', 'visit', 'notice'];

const key = ['notifying'] as const;

export function useNotifying() {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => get<Notifying>('/notifying', {}, signal) });
}

/** Each of them answers with what holds now. */
function useChange<Input>(change: (input: Input) => Promise<Notifying>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (now: Notifying) => client.setQueryData(key, now),
  });
}

export const useChoose = () =>
  useChange((by_mail: NotifyKind[]) => put<Notifying>('/notifying', { by_mail }));
export const useAskAddress = () =>
  useChange((email: string) => post<Notifying>('/notifying/address', { email }));
export const useConfirmAddress = () =>
  useChange((code: string) => post<Notifying>('/notifying/address/confirmation', { code }));
export const useForgetAddress = () => useChange(() => remove<Notifying>('/notifying/address'));
