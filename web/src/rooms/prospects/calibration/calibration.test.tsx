// @vitest-environment happy-dom
import type { Me } from '@platform/api/types';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { card } from '../../../testing/cards';
import { chen, me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import CalibrationPage from './CalibrationPage';
import type { Calibrated } from './types';

const here = `/stores/${store.id}/prospects/calibration`;
const manager: Me = { ...me, rights: ['prospects.read', 'prospects.manage', 'customers.read'] };
const cell = (grade: Calibrated['grade'], said: number, ordered: number, running = 0): Calibrated => ({
  ...{ grade, said, ordered, running, enough: said >= 10 },
  ...(said === 0 ? { rate: null, low: null, high: null } : { rate: ordered / said, low: 0.213, high: 0.789 }),
});
const grades = [cell('H', 20, 10), cell('A', 3, 1, 2), cell('B', 0, 0)];
const told = {
  ...{ from: '2026-01-01', to: '2026-03-02', h_days: 7, a_days: 15, b_days: 30 },
  store: grades,
  people: [{ person: chen, grades }],
};

it('says how many kept their word and how sure that is, and of few that they are too few', async () => {
  answer({ [`GET ${here}`]: told });
  await render(<CalibrationPage />, { me: manager, path: '/prospects/calibration' });
  const row = (await screen.findByRole('rowheader', { name: '陈伟' })).closest('tr') as HTMLElement;
  const [h, a, b] = within(row).getAllByRole('cell');
  expect(h?.textContent).toContain('50% （21%–79%）');
  expect(a?.textContent).toContain('太少，再有 7 位才看得出');
  expect(a?.textContent).not.toContain('%');
  expect(a?.textContent).toContain('2 位期限未到');
  expect(b?.textContent).toContain('–');
});

it('leads from a number to the cards behind it', async () => {
  const asked = answer({
    [`GET ${here}`]: told,
    [`GET ${here}/cards`]: {
      items: [
        {
          ...{ card: card(), person: chen, grade: 'H', said_on: '2026-02-01', until: '2026-02-08' },
          ...{ ordered_on: '2026-02-05', outcome: 'ordered' },
        },
      ],
      next_cursor: null,
    },
  });
  await render(<CalibrationPage />, { me: manager, path: '/prospects/calibration' });
  await userEvent.click(await screen.findByRole('link', { name: '陈伟 · H 级，一周内买 · 10 位下订' }));
  const dialog = await screen.findByRole('dialog', { name: '陈伟 · H 级，一周内买 · 下订了' });
  expect(await within(dialog).findByText(/下订$/)).toBeTruthy();
  const { query } = asked.find(({ path }) => path === `${here}/cards`) ?? { query: new URLSearchParams() };
  expect(Object.fromEntries(query)).toMatchObject({ person_id: chen.id, grade: 'H', outcome: 'ordered' });
});
