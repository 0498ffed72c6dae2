// @vitest-environment happy-dom
import type { Notice } from '@platform/api/types';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { chen, li, me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import { Notices } from './Notices';

const notice = (change: Partial<Notice> = {}): Notice => ({
  id: 'n1',
  kind: 'skated',
  at: '2026-03-02T02:00:00.000Z',
  to_all: false,
  by: li,
  about: chen,
  customer: { id: 'c1', name: '王小明' },
  card_id: null,
  visit_id: null,
  ...change,
});
const path = `GET /stores/${store.id}/notices`;
const seller = { ...me, rights: ['prospects.own', 'prospects.follow'] as typeof me.rights };

it('says it to each in their own words', async () => {
  answer({
    [path]: {
      items: [
        notice({ card_id: 'k1' }),
        notice({ id: 'n2', by: { id: me.id, name: me.name }, visit_id: 'v1' }),
        notice({ id: 'n3', to_all: true }),
      ],
    },
  });
  await render(<Notices />, { me: seller });
  expect(await screen.findByText('李娜 接待了您负责的客户 王小明。')).toBeTruthy();
  expect(screen.getByText('您接待的 王小明 由 陈伟 负责，请和陈伟商量由谁接着跟。')).toBeTruthy();
  expect(screen.getByText('撞单：李娜 接待了 陈伟 负责的客户 王小明。')).toBeTruthy();
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    `/stores/${store.id}/prospects/k1`,
    `/stores/${store.id}/visits/v1`,
  ]);
});

it('is gone once it was seen', async () => {
  let unseen = [notice()];
  const asked = answer({
    [path]: () => ({ body: { items: unseen } }),
    [`POST /stores/${store.id}/notices/n1/seen`]: () => {
      unseen = [];
      return { body: {} };
    },
  });
  await render(<Notices />, { me: seller });
  await userEvent.click(await screen.findByRole('button', { name: '知道了' }));
  await waitFor(() => expect(screen.queryByRole('heading')).toBeNull());
  expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

it('is not asked for by who has no part in prospects', async () => {
  const asked = answer({});
  await render(<Notices />, { me: { ...me, rights: ['visits.read'] } });
  expect(asked).toEqual([]);
});
