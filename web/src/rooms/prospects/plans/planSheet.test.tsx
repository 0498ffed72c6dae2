// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { NewAppointment } from '@platform/api/types';
import { addDays, dayOf } from '@platform/format/dates';
import { beforeEach, expect, it, vi } from 'vitest';
import { card } from '../../../testing/cards';
import { store } from '../../../testing/people';
import { appointment, calendarDay, testDrive } from '../../../testing/plans';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import PlanSheet from './PlanSheet';

const whom = { store_id: store.id, id: card().id, name: '王小明' };
const planned = { storeId: store.id, whom };
const here = `/stores/${store.id}`;
const car = {
  id: testDrive().car.id,
  name: '云岭 5 白',
  model: null,
  plate: null,
  retired: false,
  version: 1,
};
const tap = (name: RegExp) => userEvent.click(screen.getByRole('radio', { name }));
const save = (name = '约好') => userEvent.click(screen.getByRole('button', { name }));
const closed = vi.fn();

beforeEach(() => {
  closed.mockClear();
  localStorage.clear();
});

it('tells what is missing at its place, and asks nobody', async () => {
  const asked = answer({});
  await render(<PlanSheet planned={planned} onClose={closed} />);
  await save();
  for (const said of ['请选择来做什么。', '请选择哪一天。', '请填写几点。'])
    expect(screen.getByText(said)).toBeTruthy();
  expect(asked).toEqual([]);
});

it('sends the same appointment again after a refusal, and shows who has the car', async () => {
  const errors = [{ pointer: '/at', code: 'car_is_taken', detail: '这辆车 15:00–15:30 已由陈伟约好。' }];
  let free = false;
  const asked = answer({
    [`GET ${here}/calendar`]: calendarDay({ cars: [car], drives: [testDrive()] }),
    [`POST ${here}/prospects/${whom.id}/appointments`]: () =>
      free ? { status: 201, body: appointment() } : { status: 422, body: { detail: '请改正。', errors } },
  });
  await render(<PlanSheet planned={planned} onClose={closed} />);
  await tap(/^试驾/);
  await tap(/^明天/);
  await userEvent.type(screen.getByLabelText('几点'), '15:00');
  await userEvent.click(await screen.findByRole('radio', { name: /^云岭 5 白/ }));
  await tap(/^45 分钟/);
  await save();
  await screen.findByText('这辆车 15:00–15:30 已由陈伟约好。');
  expect(closed).not.toHaveBeenCalled();
  free = true;
  await userEvent.clear(screen.getByLabelText('几点'));
  await userEvent.type(screen.getByLabelText('几点'), '16:00');
  await save();
  await waitFor(() => expect(closed).toHaveBeenCalled());
  const bodies = asked.filter(({ method }) => method === 'POST').map(({ body }) => body as NewAppointment);
  const tomorrow = addDays(dayOf(Date.now(), store.time_zone), 1);
  expect(bodies.map(({ at }) => at)).toEqual([`${tomorrow}T07:00:00.000Z`, `${tomorrow}T08:00:00.000Z`]);
  expect(bodies[1]).toMatchObject({ purpose: 'test_drive', drive: { car_id: car.id, minutes: 45 } });
  expect(bodies[0]?.id).toBe(bodies[1]?.id);
  expect(bodies[0]?.drive?.id).toBe(bodies[1]?.drive?.id);
});

it('takes a car at once for somebody who is here', async () => {
  const asked = answer({
    [`GET ${here}/calendar`]: calendarDay({ cars: [car] }),
    [`POST ${here}/prospects/${whom.id}/test-drives`]: () => ({ status: 201, body: testDrive() }),
  });
  await render(<PlanSheet planned={planned} onClose={closed} />);
  await tap(/^试驾/);
  await tap(/^现在/);
  expect(screen.queryByLabelText('几点')).toBeNull();
  await userEvent.click(await screen.findByRole('radio', { name: /^云岭 5 白/ }));
  await save('开始试驾');
  await waitFor(() => expect(closed).toHaveBeenCalled());
  expect(asked.at(-1)?.body ?? asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
    ...{ car_id: car.id, minutes: 30 },
  });
});

it('says that somebody else was faster, and does not overwrite what they saved', async () => {
  const made = appointment({ drive: testDrive() });
  answer({
    [`PUT ${here}/appointments/${made.id}`]: () => ({
      status: 412,
      body: { code: 'edited_meanwhile', detail: 'x', current: appointment({ version: 2 }) },
    }),
  });
  await render(<PlanSheet planned={{ storeId: store.id, whom: null, appointment: made }} onClose={closed} />);
  expect(screen.getByText('云岭 5 白 一起改到新的时间。')).toBeTruthy();
  await save('改好');
  await screen.findByText(/^这条预约刚被别人改过/);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '改好' }).disabled).toBe(true);
});
