// @vitest-environment happy-dom
import type { OpenVisit, Visit } from '@platform/api/types';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { chen, house, li, store, visit } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer, cutLine } from '../../../testing/server';
import DoorPage from './DoorPage';

const here = `/stores/${store.id}`;

async function taps(...names: string[]) {
  for (const name of names) await userEvent.click(await screen.findByRole('button', { name }));
}

describe('the door', () => {
  it('logs a visitor in two taps and fills in the rest', async () => {
    const visits: Visit[] = [];
    const asked = answer({
      [`GET ${here}/house`]: () => ({ body: house({ visits }) }),
      [`POST ${here}/visits`]: ({ body }: { body: OpenVisit }) => {
        visits.push(visit({ id: body.id }));
        return { body: visits[0] };
      },
    });
    await render(<DoorPage />);
    await taps('自然到店', '登记');
    await screen.findByRole('button', { name: '已离店' });
    const [sent] = asked.filter(({ method }) => method === 'POST');
    expect(sent?.body).toMatchObject({ way: 'walk_in', party_size: 1 });
    // Whose turn it is, the server knows best.
    expect(sent?.body).not.toHaveProperty('salesperson_id');
    expect(Math.abs(Date.parse((sent?.body as OpenVisit).arrived_at) - Date.now())).toBeLessThan(60_000);
  });

  it('sends whom the visitor asked for, and how many came', async () => {
    const asked = answer({
      [`GET ${here}/house`]: house(),
      [`POST ${here}/visits`]: ({ body }: { body: OpenVisit }) => ({ body: visit({ id: body.id }) }),
    });
    await render(<DoorPage />);
    await taps('自然到店', '多一人');
    await userEvent.click(screen.getByRole('radio', { name: li.name }));
    await taps('登记');
    await waitFor(() => expect(asked.some(({ method }) => method === 'POST')).toBe(true));
    expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
      party_size: 2,
      salesperson_id: li.id,
    });
  });

  it('takes the appointed time and the transport when somebody tells them, folded away otherwise', async () => {
    const asked = answer({
      [`GET ${here}/house`]: house(),
      [`POST ${here}/visits`]: ({ body }: { body: OpenVisit }) => ({ body: visit({ id: body.id }) }),
    });
    await render(<DoorPage />);
    await taps('邀约到店');
    expect(screen.getByText('更多（可不填）').closest('details')?.open).toBe(false);
    await userEvent.click(screen.getByText('更多（可不填）'));
    await userEvent.type(screen.getByLabelText('预约时间'), '0930');
    await userEvent.tab();
    await taps('登记');
    await waitFor(() => expect(asked.some(({ method }) => method === 'POST')).toBe(true));
    const body = asked.find(({ method }) => method === 'POST')?.body as OpenVisit;
    // Half past nine on the day they came, by the store's clock.
    expect(body.appointed_at?.slice(10)).toBe('T01:30:00.000Z');
    expect(body).not.toHaveProperty('transport');
  });

  it('shows whose turn it is, and the next one when a turn is skipped', async () => {
    const later = [
      { person: li, turns: 0, skipped: 0, on_turn: true, busy: false },
      { person: chen, turns: 1, skipped: 1, on_turn: false, busy: false },
    ];
    answer({ [`GET ${here}/house`]: house(), [`POST ${here}/duty/${chen.id}/skip`]: { items: later } });
    await render(<DoorPage />);
    await userEvent.click(await screen.findByRole('button', { name: /陈伟.*下一位/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: '跳过这一轮' }));
    expect(await screen.findByRole('button', { name: /李娜.*下一位/ })).toBeTruthy();
    await taps('自然到店');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /李娜/ }).checked).toBe(true);
  });

  it('opens without the server: who comes is logged, shown as waiting and sent once it answers', async () => {
    let reached = false;
    const asked = answer({
      [`GET ${here}/house`]: () => (reached ? { body: house() } : cutLine()),
      [`POST ${here}/visits`]: ({ body }: { body: OpenVisit }) =>
        reached ? { body: visit({ id: body.id }) } : cutLine(),
    });
    await render(<DoorPage />);
    await taps('来电', '登记');
    expect(await screen.findByText('等待发出，已存在这台设备上')).toBeTruthy();
    expect(JSON.parse(localStorage.getItem('guanxi.outbox') ?? '[]')).toHaveLength(1);
    reached = true;
    await taps('再发一次');
    await waitFor(() => expect(screen.queryByText('等待发出，已存在这台设备上')).toBeNull());
    const sent = asked.filter(({ method }) => method === 'POST').map(({ body }) => (body as OpenVisit).id);
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(1);
    expect(JSON.parse(localStorage.getItem('guanxi.outbox') ?? '[]')).toEqual([]);
  });

  it('counts a tap at once and takes it back', async () => {
    const asked = answer({
      [`GET ${here}/house`]: house({ tapped_this_hour: 0 }),
      [`POST ${here}/door-counts/taps`]: cutLine,
    });
    await render(<DoorPage />);
    const count = within(
      (await screen.findByRole('heading', { name: /门口计数/ })).closest('section') ?? document.body,
    );
    expect(count.getByRole<HTMLButtonElement>('button', { name: '撤回一次' }).disabled).toBe(true);
    await taps('门口 +1 批');
    expect(await count.findByText(/数到 1 批/)).toBeTruthy();
    expect(count.getByText(/1 次等待发出/)).toBeTruthy();
    expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({ parties: 1 });
  });
});
