// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answer, cutLine } from '../../testing/server';

const shelf = () =>
  JSON.parse(localStorage.getItem('guanxi.outbox') ?? '[]') as { id: string; state: string }[];
const parcel = { id: 'p1', personId: 'zhao', kind: 'visit', path: '/visits', body: { id: 'p1' } };

/** As after a reload: the module reads the shelf anew. */
const reload = async () => {
  vi.resetModules();
  return import('./outbox');
};

beforeEach(() => localStorage.clear());

describe('what must not be lost', () => {
  it('is not pushed off the shelf by another window of the same person', async () => {
    answer({ 'POST /visits': cutLine });
    const first = await reload();
    const second = await reload();
    await first.sendParcel(parcel);
    await second.sendParcel({ ...parcel, id: 'p2', body: { id: 'p2' } });
    expect(shelf().map(({ id }) => id)).toEqual(['p1', 'p2']);
  });

  it('is written anew after a refusal, keeps the reason, and tells what became of it', async () => {
    const errors = [{ pointer: '/next_on', code: 'next_needed', detail: '请约定下次' }];
    answer({ 'POST /visits': () => ({ status: 422, body: { detail: '不行', errors } }) });
    const { sendParcel } = await reload();
    expect(await sendParcel(parcel)).toMatchObject({ state: 'refused' });
    expect(shelf()).toMatchObject([{ state: 'refused', detail: '不行', errors }]);
    const asked = answer({ 'POST /visits': { id: 'p1' } });
    expect(await sendParcel({ ...parcel, body: { id: 'p1', next_on: '2026-03-03' } })).toEqual({
      state: 'delivered',
    });
    expect(asked.map(({ body }) => body)).toEqual([{ id: 'p1', next_on: '2026-03-03' }]);
    expect(shelf()).toEqual([]);
  });

  it('waits on the device, over a reload too, and is sent once by whoever made it', async () => {
    answer({ 'POST /visits': cutLine });
    await (await reload()).sendParcel(parcel);
    expect(shelf()).toMatchObject([{ id: 'p1', state: 'waiting' }]);

    const asked = answer({ 'POST /visits': { id: 'p1' } });
    const { sendWaiting } = await reload();
    await sendWaiting('somebody else');
    expect(asked).toHaveLength(0);
    await sendWaiting('zhao');
    await sendWaiting('zhao');
    expect(asked.map(({ body }) => body)).toEqual([{ id: 'p1' }]);
    expect(shelf()).toEqual([]);
  });

  it('that was on its way when the page closed is sent again', async () => {
    localStorage.setItem(
      'guanxi.outbox',
      JSON.stringify([{ ...parcel, state: 'sending', detail: null, at: 1 }]),
    );
    const asked = answer({ 'POST /visits': { id: 'p1' } });
    await (await reload()).sendWaiting('zhao');
    expect(asked).toHaveLength(1);
  });

  it.each([
    [503, 'waiting'],
    [401, 'waiting'],
    [429, 'waiting'],
    [422, 'refused'],
    [409, 'refused'],
  ])('meets the answer %i and is then %s', async (status, state) => {
    answer({ 'POST /visits': () => ({ status, body: { detail: '不行' } }) });
    await (await reload()).sendParcel(parcel);
    expect(shelf()).toMatchObject([{ state }]);
  });
});
