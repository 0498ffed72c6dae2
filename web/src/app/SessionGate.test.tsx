// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { queryClient } from '@platform/api/queryClient';
import { keepSession, lastSession } from '@platform/session/lastSession';
import { startWords } from '@platform/words';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { me } from '../testing/people';
import { answer, cutLine } from '../testing/server';
import { SessionGate } from './SessionGate';
import { loadWords } from './words';

const open = async (path: string) => {
  await startWords(loadWords);
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <MemoryRouter initialEntries={[path]}>
          <SessionGate />
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
};

beforeEach(() =>
  vi.stubGlobal(
    'EventSource',
    class {
      close() {}
    },
  ),
);
afterEach(() => {
  queryClient.clear();
  keepSession(null);
});

describe('opening the app', () => {
  it('without a network shows the app of whoever was signed in, and says that there is no network', async () => {
    keepSession(me);
    answer({ 'GET /session': cutLine });
    await open('/door');
    expect(await screen.findByRole('button', { name: '赵敏的账户' })).toBeTruthy();
    expect(await screen.findByText(/没有网络/)).toBeTruthy();
  });

  it('without a network and without an earlier session says that the server cannot be reached', async () => {
    answer({ 'GET /session': cutLine });
    await open('/door');
    expect(await screen.findByText('连不上服务器，请检查网络。', {}, { timeout: 8000 })).toBeTruthy();
  }, 10_000);

  it('forgets an ended session and asks to sign in', async () => {
    keepSession(me);
    answer({ 'GET /session': () => ({ status: 401, body: {} }), 'GET /setup': { needed: false } });
    await open('/door');
    await screen.findByRole('button', { name: '登录' });
    await waitFor(() => expect(lastSession()).toBeUndefined());
    expect(localStorage.getItem('guanxi.session')).toBeNull();
  });

  it('keeps a session for next time, but none that still needs a password of its own', async () => {
    answer({ 'GET /session': me });
    await open('/nowhere');
    await waitFor(() => expect(lastSession()?.name).toBe('赵敏'));
    keepSession({ ...me, must_change_password: true });
    expect(lastSession()).toBeUndefined();
  });
});
