// @vitest-environment happy-dom
import type { Me } from '@platform/api/types';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Address, addressNow } from '../../../testing/address';
import { card } from '../../../testing/cards';
import { li, me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import ProspectsPage from '../ProspectsPage';
// Fetched with the test, so that nobody waits for them while looking.
import './KanbanView';
import './TableView';
import type { ListFilter, StageColumn } from './types';

const here = `/stores/${store.id}/prospects`;
const manager: Me = {
  ...me,
  rights: ['prospects.read', 'prospects.manage', 'customers.read', 'exports.run'],
};
const filter = (change: Partial<ListFilter> = {}): ListFilter => ({
  id: 'f1',
  name: '没人管的',
  query: 'view=table&person=none',
  shared: true,
  owner: li,
  version: 1,
  can: ['edit', 'remove'],
  ...change,
});

async function look(path: string, more: Record<string, unknown> = {}, who = manager) {
  const asked = answer({
    [`GET ${here}`]: { items: [card({ can: ['edit'] })], next_cursor: null },
    [`GET ${here}/filters`]: { items: [filter()] },
    [`GET /stores/${store.id}/staff`]: { items: [] },
    'GET /models': { items: [], next_cursor: null },
    ...more,
  });
  await render(
    <>
      <ProspectsPage />
      <Address />
    </>,
    { me: who, path },
  );
  return asked;
}
const lastOf = (asked: Awaited<ReturnType<typeof look>>) =>
  Object.fromEntries(
    asked.filter(({ path, method }) => path === here && method === 'GET').at(-1)?.query ?? [],
  );

it('shows all open cards as a table and sorts it by a click on its head', async () => {
  const asked = await look('/prospects?view=table');
  const table = await screen.findByRole('table');
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((head) => head.textContent),
  ).toContain('下次跟进');
  expect(lastOf(asked)).toMatchObject({ open: 'true', order: 'next', descending: 'false' });
  await userEvent.click(within(table).getByRole('button', { name: '级别' }));
  expect(addressNow().get('sort')).toBe('grade');
  await userEvent.click(within(await screen.findByRole('table')).getByRole('button', { name: '级别' }));
  expect(addressNow().get('sort')).toBe('-grade');
  await screen.findByRole('columnheader', { name: '级别', description: '' });
  expect(lastOf(asked)).toMatchObject({ order: 'grade', descending: 'true' });
});

it('keeps the chosen columns in the address, and takes the same ones away', async () => {
  await look('/prospects?view=table&columns=grade,customer');
  await screen.findByRole('table');
  await userEvent.click(screen.getByRole('button', { name: '列' }));
  await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: '没联系上' }));
  expect(addressNow().get('columns')).toBe('grade,customer,tries');
  const file = screen.getByRole('link', { name: 'XLSX' }).getAttribute('href') ?? '';
  expect(file).toContain('/prospects.xlsx?');
  expect(new URLSearchParams(file.split('?')[1]).get('columns')).toBe('grade,customer,tries');
  expect(new URLSearchParams(file.split('?')[1]).get('open')).toBe('true');
});

it('offers no file to those who may not take one away', async () => {
  await look('/prospects?view=table', {}, { ...me, rights: ['prospects.own', 'prospects.follow'] });
  await screen.findByRole('table');
  expect(screen.queryByRole('link', { name: 'CSV' })).toBeNull();
});

it('looks through a kept filter, and keeps a new one for everybody', async () => {
  const asked = await look('/prospects?grade=H', {
    [`POST ${here}/filters`]: ({ body }: { body: unknown }) => ({
      status: 201,
      body: filter({ ...(body as Partial<ListFilter>) }),
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '筛选' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: '把现在的看法存为筛选' }));
  await userEvent.type(await screen.findByLabelText('名称'), 'H 级');
  await userEvent.click(screen.getByLabelText('给全店的人用'));
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await screen.findByText('已存为“H 级”');
  expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
    ...{ name: 'H 级', query: 'grade=H', shared: true },
  });
  await userEvent.click(screen.getByRole('button', { name: '筛选' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: /没人管的/ }));
  expect(addressNow().get('person')).toBe('none');
  await screen.findByRole('table');
  expect(lastOf(asked)).toMatchObject({ unassigned: 'true' });
});

const column = (change: Partial<StageColumn>): StageColumn => ({
  ...{ stage: 'following', grade: 'B', cards: 1, overdue: 0 },
  ...change,
});

it('puts the cards into columns with their counts, and asks for a reason before one moves', async () => {
  const asked = await look('/prospects?view=kanban', {
    [`GET ${here}/columns`]: {
      items: [
        column({ cards: 1, overdue: 1 }),
        column({ grade: 'H', cards: 2 }),
        column({ grade: 'H', stage: 'quoted' }),
      ],
    },
    [`PUT ${here}/${card().id}`]: ({ body }: { body: object }) => ({ body: card({ ...body, grade: 'H' }) }),
  });
  const b = await screen.findByRole('region', { name: 'B 级，一个月内买 · 1' });
  expect(screen.getByRole('region', { name: 'H 级，一周内买 · 3' })).toBeTruthy();
  expect(within(b).getByText('逾期 1')).toBeTruthy();
  await userEvent.click(await within(b).findByRole('button', { name: '把王小明改到别的级别' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'H 级，一周内买' }));
  const dialog = await screen.findByRole('dialog', { name: '王小明：B → H' });
  const move = within(dialog).getByRole<HTMLButtonElement>('button', { name: '改为 H 级' });
  expect(move.disabled).toBe(true);
  await userEvent.type(within(dialog).getByLabelText('为什么改级别'), '今天来交定金');
  await userEvent.click(move);
  await screen.findByText('王小明已改为 H 级');
  expect(asked.find(({ method }) => method === 'PUT')?.body).toMatchObject({
    ...{ grade: 'H', grade_reason: '今天来交定金', purchase_when: 'this_month', model_id: card().model?.id },
  });
});

it('counts stages from what happened, without a way to drop a card on one', async () => {
  await look('/prospects?view=kanban&by=stage', {
    [`GET ${here}/columns`]: { items: [column({ stage: 'test_driven', cards: 4 })] },
  });
  const driven = await screen.findByRole('region', { name: '已试驾 · 4' });
  expect(await within(driven).findByText('王小明')).toBeTruthy();
  expect(within(driven).queryByRole('button', { name: /改到别的级别/ })).toBeNull();
});
