// @vitest-environment happy-dom
import type { Me } from '@platform/api/types';
import { addDays, dayOf } from '@platform/format/dates';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { chen, me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import DaysOffPage from './DaysOffPage';

const here = `/stores/${store.id}`;
const today = dayOf(Date.now(), store.time_zone);
const own: Me = { ...me, rights: ['visits.own'] };
const hours = { items: [{ person: { id: me.id, name: me.name }, hours: [], version: 0 }] };

it('lets each enter days off of their own', async () => {
  const asked = answer({
    [`GET ${here}/days-off`]: { items: [] },
    [`GET ${here}/working-hours`]: hours,
    [`POST ${here}/days-off`]: ({ body }: { body: object }) => ({
      status: 201,
      body: { ...body, person: { id: me.id, name: me.name }, version: 1 },
    }),
  });
  await render(<DaysOffPage />, { me: own });
  expect(await screen.findByText('您还没有登记休假。')).toBeTruthy();
  expect(screen.queryByLabelText('谁')).toBeNull();
  const day = addDays(today, 2);
  await userEvent.type(screen.getByLabelText('从'), `${day}{Enter}`);
  await userEvent.click(screen.getByRole('button', { name: '登记' }));
  expect(await screen.findByText('已登记 赵敏 的休假')).toBeTruthy();
  expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
    person_id: me.id,
    from_day: day,
    to_day: day,
    note: null,
  });
});

it('shows managers who is away, and takes it back after asking', async () => {
  const days = {
    id: 'd1',
    person: chen,
    from_day: today,
    to_day: addDays(today, 3),
    note: '年假',
    version: 1,
  };
  const asked = answer({
    [`GET ${here}/days-off`]: { items: [days] },
    [`GET ${here}/working-hours`]: hours,
    [`DELETE ${here}/days-off/d1`]: () => ({ status: 200 }),
  });
  await render(<DaysOffPage />, { me: { ...me, rights: ['prospects.manage'] } });
  expect(await screen.findByText('· 现在不在', { exact: false })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: /^取消 陈伟 的休假/ }));
  await userEvent.click(screen.getByRole('button', { name: '取消休假' }));
  expect(await screen.findByText('已取消')).toBeTruthy();
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(true);
});
