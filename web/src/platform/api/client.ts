import { noteReached } from '../online';
import { NetworkFailure, Problem } from './problem';

const base = '/api/v1';

type Query = Record<string, string | number | boolean | null | undefined>;

export type CallOptions = {
  body?: unknown;
  /** Sent as it is, for uploads. */
  raw?: Blob;
  query?: Query;
  /** The version this edit started from, for If-Match. */
  version?: number;
  signal?: AbortSignal;
};

let language = 'zh';

/** Sentences in refusals come in this language; a signed-in person's own language wins on the server. */
export function speak(next: string) {
  language = next;
}

export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return base + path + (text ? `?${text}` : '');
}

export function inStore(storeId: string): string {
  return `/stores/${storeId}`;
}

export async function call<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language };
  if (method !== 'GET') headers['X-Requested-With'] = 'guanxi';
  if (options.version !== undefined) headers['If-Match'] = `"${options.version}"`;
  if (options.raw) headers['Content-Type'] = 'application/octet-stream';
  else if (options.body !== undefined) headers['Content-Type'] = 'application/json';

  const response = await send(address(path, options.query), {
    method,
    headers,
    body: options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
    signal: options.signal,
    credentials: 'same-origin',
  });
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Problem(response.status, (answer ?? {}) as object);
  return answer as T;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(url, init);
    noteReached(true);
    return response;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    noteReached(false);
    throw new NetworkFailure();
  }
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) =>
  call<T>('GET', path, { query, signal });
export const post = <T>(path: string, body: unknown = {}) => call<T>('POST', path, { body });
export const put = <T>(path: string, body: unknown, version?: number) =>
  call<T>('PUT', path, { body, version });
export const remove = <T = void>(path: string) => call<T>('DELETE', path);
