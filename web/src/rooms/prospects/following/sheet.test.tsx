// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { NewFollowUp } from '@platform/api/types';
import { dayOf } from '@platform/format/dates';
import { dropParcel, sendParcel, sendWaiting } from '@platform/drafts/outbox';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { card } from '../../../testing/cards';
import { me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer, cutLine } from '../../../testing/server';
import FollowUpSheet from './FollowUpSheet';
import { parcelOf, type FollowUpParcel } from './parcels';

const path = `/stores/${store.id}/prospects/${card().id}/follow-ups`;
// The same ways stand again below, for the next time.
const radio = (name: string) => {
  const [first] = screen.getAllByRole<HTMLInputElement>('radio', { name: new RegExp(`^${name}`) });
  if (!first) throw new Error(name);
  return first;
};
const tap = (name: string) => userEvent.click(radio(name));
const save = (name = '保存') => userEvent.click(screen.getByRole('button', { name }));
const bodies = (asked: { body: unknown }[]) => asked.map(({ body }) => body as NewFollowUp);
const shelf = () => JSON.parse(localStorage.getItem('guanxi.outbox') ?? '[]') as FollowUpParcel[];
const closed = vi.fn();

beforeEach(() => closed.mockClear());
afterEach(() => shelf().forEach(({ id }) => dropParcel(id)));

it('is done in five taps and a line, and remembers the way', async () => {
  const asked = answer({ [`POST ${path}`]: card() });
  const sheet = await render(<FollowUpSheet card={card()} onClose={closed} />);
  await tap('微信 / 短信');
  await tap('联系上了');
  await userEvent.type(screen.getByLabelText('说了什么（一句话）'), '周末带太太来');
  await tap('2 天后');
  await save();
  await waitFor(() => expect(closed).toHaveBeenCalled());
  const today = dayOf(Date.now(), store.time_zone);
  const [body] = bodies(asked);
  expect(body).toMatchObject({ way: 'message', reached: true, said: '周末带太太来', ending: 'next' });
  expect(Date.parse(body?.next_on ?? '') - Date.parse(today)).toBe(2 * 86_400_000);
  expect(shelf()).toEqual([]);
  sheet.unmount();
  await render(<FollowUpSheet card={card()} onClose={closed} />);
  expect(radio('微信 / 短信').checked).toBe(true);
  expect(screen.getByLabelText<HTMLTextAreaElement>('说了什么（一句话）').value).toBe('');
});

it('does not ask whether somebody was reached who was there', async () => {
  await render(<FollowUpSheet card={card()} onClose={closed} />);
  await tap('电话');
  expect(screen.getByText('联系上了吗')).toBeTruthy();
  await tap('试驾');
  expect(screen.queryByText('联系上了吗')).toBeNull();
});

it('tells what is missing at its place, and asks nobody', async () => {
  const asked = answer({});
  await render(<FollowUpSheet card={card({ grade: 'N' })} onClose={closed} />);
  await tap('电话');
  await tap('联系上了');
  await screen.findByText('打算什么时候买（还没评级，必须问）');
  await save();
  expect(screen.getByText('请约定下次跟进的日期。')).toBeTruthy();
  expect(screen.getByText(/^还没有评级/)).toBeTruthy();
  expect(asked).toEqual([]);
  await tap('时间未定');
  expect(screen.queryByText(/^还没有评级/)).toBeNull();
});

it('shows a refusal at its field and keeps what was typed', async () => {
  const errors = [{ pointer: '/next_on', code: 'too_far_ahead', detail: '最多提前 400 天。' }];
  answer({ [`POST ${path}`]: () => ({ status: 422, body: { detail: '请改正。', errors } }) });
  const sheet = await render(<FollowUpSheet card={card()} onClose={closed} />);
  await tap('电话');
  await tap('没联系上');
  await tap('明天');
  await save();
  await screen.findByText('最多提前 400 天。');
  expect(closed).not.toHaveBeenCalled();
  expect(shelf()).toEqual([]);
  sheet.unmount();
  await render(<FollowUpSheet card={card()} onClose={closed} />);
  expect(screen.getByText('已找回您上次没保存的内容。')).toBeTruthy();
});

it('waits without a network under its own id and time, and goes out once', async () => {
  answer({ [`POST ${path}`]: cutLine });
  await render(<FollowUpSheet card={card()} onClose={closed} />);
  await tap('电话');
  await tap('没联系上');
  await tap('明天');
  await save();
  await waitFor(() => expect(closed).toHaveBeenCalled());
  const [kept] = shelf();
  expect(kept).toMatchObject({ state: 'waiting', about: { customer: { name: '王小明' } } });
  const asked = answer({ [`POST ${path}`]: card() });
  await sendWaiting(me.id);
  await sendWaiting(me.id);
  expect(bodies(asked)).toEqual([kept?.body]);
});

it('puts a refused one right under the same id and time', async () => {
  const body: NewFollowUp = {
    id: 'f1',
    at: '2026-03-01T02:00:00.000Z',
    way: 'call',
    reached: true,
    ending: 'next',
  };
  const errors = [{ pointer: '/next_on', code: 'next_needed', detail: '请约定下次跟进的日期。' }];
  answer({ [`POST ${path}`]: () => ({ status: 422, body: { detail: '请改正。', errors } }) });
  await sendParcel(parcelOf(card(), me.id, body));
  const [refused] = shelf();
  expect(refused?.state).toBe('refused');
  const asked = answer({ [`POST ${path}`]: card() });
  await render(<FollowUpSheet card={card()} parcel={refused} onClose={closed} />);
  await tap('明天');
  await save();
  await waitFor(() => expect(closed).toHaveBeenCalled());
  expect(bodies(asked)).toMatchObject([{ id: 'f1', at: body.at, way: 'call' }]);
  expect(shelf()).toEqual([]);
});
