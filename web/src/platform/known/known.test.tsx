// @vitest-environment happy-dom
import type { LookAlike } from '@platform/api/types';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { chen, store } from '../../testing/people';
import { render } from '../../testing/render';
import { answer } from '../../testing/server';
import { asked } from './asked';
import { LookAlikes } from './LookAlikes';

const wang: LookAlike = {
  id: 'c1',
  name: '王小明',
  phone_display: '··· 8000',
  plate: null,
  salesperson: chen,
  last_visit_at: '2025-03-01T02:00:00.000Z',
  because: ['same_phone', 'in_party'],
  member: '李芳',
  open: false,
};
const path = `GET /stores/${store.id}/look-alikes`;

it('asks only for what is long enough to mean somebody', () => {
  expect(asked({})).toBeNull();
  expect(asked({ phone: '138 00', wechat: 'ab', plate: '浙A', name: '王小明' })).toBeNull();
  expect(asked({ name: '王小明', modelId: 'm1', exceptId: 'c1' })).toEqual({
    name: '王小明',
    model_id: 'm1',
    except_id: 'c1',
  });
  expect(asked({ phone: ' 138-0013-8000 ', wechat: 'abc' })).toMatchObject({
    phone: '138-0013-8000',
    wechat: 'abc',
  });
});

it('says who it might be and why, and lets the form go on with them', async () => {
  const requests = answer({ [path]: { items: [wang] } });
  const take = vi.fn();
  await render(<LookAlikes storeId={store.id} typed={{ phone: '13800138000' }} onTake={take} />);
  await screen.findByText('王小明');
  expect(screen.getByText('··· 8000')).toBeTruthy();
  expect(
    screen.getByText('电话相同、同行人 李芳 的联系方式 · 陈伟 负责 · 上次来店 2025年3月1日'),
  ).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull(); // a colleague's customer is not theirs to open
  await userEvent.click(screen.getByRole('button', { name: '就是这位' }));
  expect(take).toHaveBeenCalledWith(wang);
  expect(requests[0]?.query.get('phone')).toBe('13800138000');
});

it('leaves out whom the form speaks of already, and says nothing of nobody', async () => {
  const requests = answer({ [path]: { items: [wang] } });
  await render(<LookAlikes storeId={store.id} typed={{ phone: '13800138000' }} hide="c1" />);
  await waitFor(() => expect(requests).toHaveLength(1));
  expect(screen.queryByText('可能已经在册')).toBeNull();
});
