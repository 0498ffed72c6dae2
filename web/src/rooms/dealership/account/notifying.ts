import { get, post, put, remove } from '@platform/api/client';
import type { Schemas } from '@platform/api/types';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export type Notifying = Schemas['Notifying'];
export type Device = Notifying['devices'][number];
export type NotifyKind = Notifying['by_mail'][number];
export const kinds: NotifyKind[] = ['lead', 'visit', 'notice'];

const key = ['notifying'] as const;

export function useNotifying() {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => get<Notifying>('/notifying', {}, signal) });
}

/** Keeps what holds now. */
export function useKeep() {
  const client = useQueryClient();
  return (now: Notifying) => client.setQueryData(key, now);
}

/** Each of them answers with what holds now. */
function useChange<Input>(change: (input: Input) => Promise<Notifying>) {
  return useMutation({ mutationFn: change, onSuccess: useKeep() });
}

export const useChoose = () =>
  useChange((choice: Schemas['NotifyChoice']) => put<Notifying>('/notifying', choice));
export const useAskAddress = () =>
  useChange((email: string) => post<Notifying>('/notifying/address', { email }));
export const useConfirmAddress = () =>
  useChange((code: string) => post<Notifying>('/notifying/address/confirmation', { code }));
export const useForgetAddress = () => useChange(() => remove<Notifying>('/notifying/address'));
export const useRemoveDevice = () => useChange((id: string) => remove<Notifying>(`/notifying/devices/${id}`));
export const useTryDevice = () =>
  useChange((id: string) => post<Notifying>(`/notifying/devices/${id}/trial`, {}));
