import { useSyncExternalStore } from 'react';
import { post } from '../api/client';
import { passesByItself, Problem } from '../api/problem';

/** A POST that must not be lost: kept on the device until the server has answered. Its body carries its own id. */
export type Parcel<B = unknown> = {
  id: string;
  personId: string;
  kind: string;
  path: string;
  body: B;
  state: 'sending' | 'waiting' | 'refused';
  detail: string | null;
  at: number;
};

type Delivered = (parcel: Parcel, answer: unknown) => void;

const shelf = 'guanxi.outbox';
const listeners = new Set<() => void>();
const receivers = new Set<Delivered>();
let parcels: Parcel[] = read();

function read(): Parcel[] {
  try {
    const kept = JSON.parse(localStorage.getItem(shelf) ?? '[]') as Parcel[];
    return kept.map((parcel) => (parcel.state === 'sending' ? { ...parcel, state: 'waiting' } : parcel));
  } catch {
    return [];
  }
}

function keep(next: Parcel[]) {
  parcels = next;
  localStorage.setItem(shelf, JSON.stringify(next));
  listeners.forEach((tell) => tell());
}

function mark(id: string, change: Partial<Parcel>) {
  keep(parcels.map((parcel) => (parcel.id === id ? { ...parcel, ...change } : parcel)));
}

export function dropParcel(id: string) {
  keep(parcels.filter((parcel) => parcel.id !== id));
}

export async function sendParcel(parcel: Omit<Parcel, 'state' | 'detail' | 'at'>): Promise<void> {
  const known = parcels.some((each) => each.id === parcel.id);
  if (known) mark(parcel.id, { state: 'sending', detail: null });
  else keep([...parcels, { ...parcel, state: 'sending', detail: null, at: Date.now() }]);
  try {
    const answer = await post(parcel.path, parcel.body);
    receivers.forEach((receive) => receive({ ...parcel, state: 'sending', detail: null, at: 0 }, answer));
    dropParcel(parcel.id);
  } catch (error) {
    // Signed out meanwhile: it waits for the next sign-in of the same person.
    const waits =
      passesByItself(error) || (error instanceof Problem && [401, 403, 429].includes(error.status));
    mark(parcel.id, {
      state: waits ? 'waiting' : 'refused',
      detail: error instanceof Error ? error.message : null,
    });
  }
}

export async function sendWaiting(personId: string): Promise<void> {
  for (const parcel of parcels.filter((each) => each.state === 'waiting' && each.personId === personId)) {
    await sendParcel(parcel);
  }
}

/** Called with the server's answer before the parcel leaves the shelf, so that nothing flickers away. */
export function onDelivered(receive: Delivered): () => void {
  receivers.add(receive);
  return () => receivers.delete(receive);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOutbox(): Parcel[] {
  return useSyncExternalStore(subscribe, () => parcels);
}
