import { vi } from 'vitest';

type Request = { method: string; path: string; query: URLSearchParams; body: unknown };
type Answer = { status?: number; body?: unknown };
/** "GET /stores/1/house" -> what is answered; a function is asked each time, and may throw like a cut line. */
type Routes = Record<string, unknown | ((request: Request) => Answer)>;

/** Stands in for the network: answers what is told, notes what was asked, and fails on what nobody foresaw. */
export function answer(routes: Routes) {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, 'http://guanxi.test');
    const path = url.pathname.replace('/api/v1', '');
    const method = init.method ?? 'GET';
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    const request = { method, path, query: url.searchParams, body };
    asked.push(request);
    const route = routes[`${method} ${path}`];
    if (route === undefined) return json(404, { detail: `${method} ${path}` });
    if (typeof route !== 'function') return json(200, route);
    const told = (route as (request: Request) => Answer)(request);
    return json(told.status ?? 200, told.body ?? {});
  });
  return asked;
}

export function cutLine(): never {
  throw new TypeError('Failed to fetch');
}

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
