// @vitest-environment happy-dom
import type { PartyMember } from '@platform/api/types';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { card } from '../../../testing/cards';
import { store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import { Party } from './Party';

const his = card();
const path = `/stores/${store.id}/prospects/${his.id}/party`;
const customer: PartyMember = {
  id: his.id,
  is_customer: true,
  roles: ['buyer'],
  name: '王小明',
  phone: '+8613800138000',
  phone_display: '138 0013 8000',
  wechat: null,
  version: 1,
};
const wife: PartyMember = {
  id: 'm1',
  is_customer: false,
  roles: ['user', 'payer'],
  name: '李芳',
  phone: '+8613900139000',
  phone_display: '139 0013 9000',
  wechat: 'lifang',
  version: 3,
};

it('shows who comes together, each to be called and written to', async () => {
  await render(<Party card={his} members={[customer, wife]} />);
  expect(screen.getByText('客户本人 · 购买者')).toBeTruthy();
  expect(screen.getByText('使用者、付款人')).toBeTruthy();
  expect(screen.getByRole('link', { name: '139 0013 9000' }).getAttribute('href')).toBe('tel:+8613900139000');
  expect(screen.getByRole('button', { name: '复制微信号 lifang' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '移除 王小明' })).toBeNull();
});

it('changes nothing where nothing may be changed', async () => {
  await render(<Party card={card({ can: [] })} members={[customer, wife]} />);
  expect(screen.queryByRole('button', { name: /添加|修改|移除/ })).toBeNull();
});

it('adds somebody under an id of its own, and shows a refusal at its field', async () => {
  let refused = true;
  const asked = answer({
    [`POST ${path}`]: () =>
      refused
        ? {
            status: 422,
            body: { errors: [{ pointer: '/roles', code: 'x', detail: '请选择至少一种角色。' }] },
          }
        : { status: 201, body: wife },
    [`GET /stores/${store.id}/look-alikes`]: { items: [] },
  });
  await render(<Party card={his} members={[customer]} />);
  await userEvent.click(screen.getByRole('button', { name: '添加同行人' }));
  await userEvent.type(screen.getByLabelText('姓名'), '李芳');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await screen.findByText('请选择至少一种角色。');
  await userEvent.click(screen.getByRole('checkbox', { name: '付款人' }));
  refused = false;
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(screen.queryByLabelText('姓名')).toBeNull());
  const posts = asked.filter(({ method }) => method === 'POST').map(({ body }) => body as { id: string });
  expect(posts).toHaveLength(2);
  expect(posts[1]).toEqual({ id: posts[0]?.id, roles: ['payer'], name: '李芳' });
});

it('lets the roles of the customer be said, whose name stands on the record', async () => {
  const asked = answer({ [`PUT ${path}/${his.id}`]: { ...customer, version: 2 } });
  await render(<Party card={his} members={[customer]} />);
  await userEvent.click(screen.getByRole('button', { name: '修改 王小明' }));
  expect(screen.queryByLabelText('姓名')).toBeNull();
  await userEvent.click(screen.getByRole('checkbox', { name: '付款人' }));
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(asked[0]?.body).toEqual({ roles: ['buyer', 'payer'] }));
});

it('takes somebody away', async () => {
  const asked = answer({ [`DELETE ${path}/m1`]: {} });
  await render(<Party card={his} members={[customer, wife]} />);
  await userEvent.click(screen.getByRole('button', { name: '移除 李芳' }));
  await waitFor(() => expect(asked[0]?.method).toBe('DELETE'));
});
