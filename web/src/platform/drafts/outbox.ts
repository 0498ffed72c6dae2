import { useEffect, useSyncExternalStore } from 'react';
import { post } from '../api/client';
import { passesByItself, Problem, type FieldProblem } from '../api/problem';

/** A POST that must not be lost: kept on the device until the server has answered. Its body carries its own id. */
export type Parcel<B = unknown, A = unknown> = {
  id: string;
  personId: string;
  kind: string;
  path: string;
  body: B;
  /** The record that it is about, to be shown while the server cannot be asked. */
  about?: A;
  state: 'sending' | 'waiting' | 'refused';
  detail: string | null;
  /** Of a refusal: what was wrong with which field. */
  errors?: FieldProblem[];
  at: number;
};

export type NewParcel<B = unknown, A = unknown> = Omit<Parcel<B, A>, 'state' | 'detail' | 'errors' | 'at'>;
export type Sent = { state: 'delivered' } | { state: 'waiting' | 'refused'; error: unknown };
type Delivered = (parcel: Parcel, answer: unknown) => void;

const shelf = 'guanxi.outbox';
const listeners = new Set<() => void>();
const receivers = new Set<Delivered>();
let parcels: Parcel[] = [];

function read(): Parcel[] {
  try {
    return JSON.parse(localStorage.getItem(shelf) ?? '[]') as Parcel[];
  } catch {
    return [];
  }
}

function show(next: Parcel[]) {
  parcels = next;
  listeners.forEach((tell) => tell());
}

/** The shelf is read anew each time: another window of the same person may have put something there. */
function change(next: (kept: Parcel[]) => Parcel[]) {
  const changed = next(read());
  if (changed.length > 0) localStorage.setItem(shelf, JSON.stringify(changed));
  else localStorage.removeItem(shelf);
  show(changed);
}

// Nobody knows whether what was on its way when the page closed has arrived: the server knows by the id.
change((kept) => kept.map((each) => (each.state === 'sending' ? { ...each, state: 'waiting' } : each)));

function put(parcel: Parcel) {
  change((kept) =>
    kept.some(({ id }) => id === parcel.id)
      ? kept.map((each) => (each.id === parcel.id ? { ...parcel, at: each.at } : each))
      : [...kept, parcel],
  );
}

function mark(id: string, state: Partial<Parcel>) {
  change((kept) => kept.map((each) => (each.id === id ? { ...each, ...state } : each)));
}

export function dropParcel(id: string) {
  change((kept) => kept.filter((each) => each.id !== id));
}

/** Sends it, and says what became of it. One that is on the shelf already takes the place of what lies there. */
export async function sendParcel({ id, personId, kind, path, body, about }: NewParcel): Promise<Sent> {
  const parcel: Parcel = {
    id,
    personId,
    kind,
    path,
    body,
    about,
    state: 'sending',
    detail: null,
    at: Date.now(),
  };
  put(parcel);
  try {
    const answer = await post(path, body);
    receivers.forEach((receive) => receive(parcel, answer));
    dropParcel(id);
    return { state: 'delivered' };
  } catch (error) {
    // Signed out meanwhile: it waits for the next sign-in of the same person.
    const waits =
      passesByItself(error) || (error instanceof Problem && [401, 403, 429].includes(error.status));
    const state = waits ? 'waiting' : 'refused';
    const errors = error instanceof Problem ? error.errors : [];
    mark(id, { state, detail: error instanceof Error ? error.message : null, errors });
    return { state, error };
  }
}

export async function sendWaiting(personId: string): Promise<void> {
  for (const parcel of read().filter((each) => each.state === 'waiting' && each.personId === personId)) {
    await sendParcel(parcel);
  }
}

/** Called with the server's answer before the parcel leaves the shelf, so that nothing flickers away. */
export function onDelivered(receive: Delivered): () => void {
  receivers.add(receive);
  return () => receivers.delete(receive);
}

/** `receive` must stay the same from one drawing to the next. */
export function useDeliveries(receive: Delivered) {
  useEffect(() => onDelivered(receive), [receive]);
}

function fromAnotherWindow({ key }: StorageEvent) {
  if (key === shelf) show(read());
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) window.addEventListener('storage', fromAnotherWindow);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', fromAnotherWindow);
  };
}

export function useOutbox(): Parcel[] {
  return useSyncExternalStore(subscribe, () => parcels);
}
