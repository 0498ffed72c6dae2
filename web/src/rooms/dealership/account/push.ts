import { newId } from '@platform/id';
import { post } from '@platform/api/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Notifying } from './notifying';

/** What this browser says of messages: not able to, forbidden, not asked yet, or shown. */
export type PushState = 'unable' | 'forbidden' | 'off' | 'on';

const registration = async () => navigator.serviceWorker?.getRegistration();

async function readState(): Promise<PushState> {
  const worker = await registration();
  if (!worker || !('pushManager' in worker) || !('Notification' in window)) return 'unable';
  if (Notification.permission === 'denied') return 'forbidden';
  return (await worker.pushManager.getSubscription()) ? 'on' : 'off';
}

const key = ['push-state'] as const;

export const usePushState = () => useQuery({ queryKey: key, queryFn: readState, gcTime: 0 });

/** To be called when somebody has changed it. */
export function useReadPushStateAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key });
}

/**
 * Asks whoever sits there, and tells the server where to send messages from now on.
 * @throws Problem when the server refuses; an Error of the browser when its maker's service does not answer
 * @returns what holds now; nothing when the question was answered with no
 */
export async function allowPush(pushKey: string): Promise<Notifying | undefined> {
  const worker = await registration();
  if (!worker || (await Notification.requestPermission()) !== 'granted') return undefined;
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: pushKey,
  });
  const { endpoint, keys } = subscription.toJSON();
  return post<Notifying>('/notifying/devices', { id: newId(), endpoint, ...keys });
}

/** This browser shows no more, whatever the server thinks. */
export async function endPush(): Promise<void> {
  const worker = await registration();
  await (await worker?.pushManager.getSubscription())?.unsubscribe();
}
