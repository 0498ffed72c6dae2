// @vitest-environment happy-dom
import type { Me } from '@platform/api/types';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { lead } from '../../../testing/leads';
import { chen, li, me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import LeadsPage from './LeadsPage';
import { WaitingLeads } from './WaitingLeads';

const here = `/stores/${store.id}/leads`;
const manager: Me = { ...me, rights: ['prospects.read', 'prospects.manage', 'customers.read'] };
const summary = {
  from_day: '2026-02-03',
  received: 9,
  waiting: 1,
  breached: 1,
  answered: 4,
  in_time: 3,
  repeated: 1,
  refused: 2,
  faults: [
    { fault: 'no_contact', count: 1 },
    { fault: 'no_adf', count: 1 },
  ],
};
const refused = lead({
  id: 'r',
  name: null,
  customer: null,
  phone: null,
  wants: null,
  outcome: 'refused',
  state: 'refused',
  fault: 'no_adf',
  card_id: null,
  salesperson: null,
  target_at: null,
});

it('shows the manager how leads are answered, and the raw text of a refused one with the reason', async () => {
  const asked = answer({
    [`GET ${here}`]: {
      items: [
        lead(),
        lead({
          id: 'b',
          state: 'breached',
          moved_from: chen,
          reassigned_at: '2026-03-04T02:15:00Z',
          salesperson: li,
        }),
        lead({ id: 'a', state: 'answered', response_minutes: 4, in_time: true }),
        refused,
      ],
      next_cursor: null,
    },
    [`GET ${here}/summary`]: summary,
    [`GET ${here}/r`]: { lead: refused, raw: 'Buy four, pay three' },
  });
  await render(<LeadsPage />, { me: manager, path: '/leads' });
  expect(await screen.findByText('4 分钟后联系')).toBeTruthy();
  expect(screen.getByText('从 陈伟 转来')).toBeTruthy();
  expect(screen.getByText('无法建卡 2 条：', { exact: false }).textContent).toContain(
    '没有联系方式 1 · 没有线索内容 1',
  );
  await userEvent.click(screen.getByRole('button', { name: '未留姓名' }));
  const drawer = await screen.findByRole('dialog');
  expect(await within(drawer).findByText('Buy four, pay three')).toBeTruthy();
  expect(within(drawer).getByText('没有线索内容')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: /^无法建卡/, hidden: true }));
  expect(asked.some(({ query }) => query.get('state') === 'refused')).toBe(true);
});

it('shows salespeople on their day what waits for them, and not what has gone on', async () => {
  const mine = { id: me.id, name: me.name };
  answer({
    [`GET ${here}`]: {
      items: [
        lead({ salesperson: mine }),
        lead({ id: 'x', customer: { id: 'c', name: '别人' }, salesperson: li }),
      ],
      next_cursor: null,
    },
  });
  await render(<WaitingLeads />, { me: { ...me, rights: ['prospects.own'] } });
  const list = await screen.findByRole('list', { name: '待联系的线索' });
  expect(within(list).getByRole('link', { name: '王小明' })).toBeTruthy();
  expect(within(list).queryByText('别人')).toBeNull();
});
