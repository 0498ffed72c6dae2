// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import SignInPage from './SignInPage';

const tooMany = {
  status: 429,
  body: { code: 'too_many_attempts', detail: '尝试次数过多，请 1 秒后再试。', errors: [], retry_after: 1 },
};

it('says once how long to wait after many attempts, counts it down and then lets try again', async () => {
  answer({ 'GET /setup': { needed: false }, 'POST /session': () => tooMany });
  await render(<SignInPage />);
  await userEvent.type(screen.getByLabelText('登录名'), 'chenwei');
  await userEvent.type(screen.getByLabelText('密码'), 'a guess');
  const enter = () => screen.getByRole<HTMLButtonElement>('button', { name: '登录' });
  await userEvent.click(enter());
  expect((await screen.findByRole('alert')).textContent).toBe('尝试次数过多，请 1 秒后再试。');
  expect(screen.queryByText(/分钟/)).toBeNull();
  expect(enter().disabled).toBe(true);
  await waitFor(() => expect(enter().disabled).toBe(false), { timeout: 3000 });
  expect(screen.queryByRole('alert')).toBeNull();
});
