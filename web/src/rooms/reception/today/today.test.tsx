// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { chen, me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import TodayPage from './TodayPage';

const here = `/stores/${store.id}`;
const figures = { first_visits: 0, filed: 0, unfiled: 0, open: 0, again: 0, calls: 0, excluded: 0, heads: 0 };
const nothing = {
  day: '2026-03-02',
  open: [],
  overdue: [],
  closed: [],
  to_confirm: [],
  figures: { ...figures, logged_parties: 0, counted_parties: 0 },
};

const open = async (staff: object[], rights = me.rights) => {
  answer({
    [`GET ${here}/today`]: nothing,
    [`GET ${here}/staff`]: { items: staff },
    [`GET ${here}/reasons`]: { items: [] },
  });
  await render(<TodayPage />, { me: { ...me, rights } });
};

it('leads whoever has just set a store up to the first steps', async () => {
  await open([], ['people.edit', 'models.edit', 'imports.run', 'visits.read']);
  const link = await screen.findByRole('link', { name: '添加人员' });
  expect(link.getAttribute('href')).toBe('/settings/people');
  expect(screen.getByRole('link', { name: '填写车型' })).toBeTruthy();
  expect(screen.getByRole('link', { name: '导入以前的登记' })).toBeTruthy();
});

it('leads to the door as soon as somebody sells here', async () => {
  await open([chen]);
  await screen.findByRole('link', { name: '去门口登记' });
  expect(screen.queryByRole('link', { name: '添加人员' })).toBeNull();
});
