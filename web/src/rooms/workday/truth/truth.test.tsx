// @vitest-environment happy-dom
import type { Me } from '@platform/api/types';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Address, addressNow } from '../../../testing/address';
import { chen, me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import type { Finding, Truth } from '../types';
import { usual } from './asking';
import TruthPage from './TruthPage';

const here = `/stores/${store.id}/truth`;
const manager: Me = { ...me, rights: ['prospects.read', 'prospects.manage'] };
const counts = { burst: 1, unreached: 0, unsaid: 0, unworked: 0 };
const told: Truth = {
  ...{
    from: '2026-02-19',
    to: '2026-03-04',
    thresholds: usual,
    follow_ups: 12,
    reached: 5,
    findings: counts,
  },
  people: [{ person: chen, follow_ups: 12, reached: 5, findings: counts }],
};
const card = { id: 'c1', store_id: store.id, customer: '王小明', standing: 'following' as const };
const row = (id: string, at: string) => ({
  ...{ id, at, sent_at: null, way: 'call' as const, reached: true, said: '在比较', grade: 'B' as const },
  ...{ next_on: '2026-03-06', card: { ...card, grade: 'B' as const, salesperson: chen } },
});
const burst: Finding = {
  ...{ kind: 'burst', person: chen, on: '2026-03-03', minutes: 4, customers: 5, sent_later: 0 },
  ...{ first_at: '2026-03-03T12:51:00.000Z', last_at: '2026-03-03T12:54:00.000Z' },
  ...{ since: null, days: null, after_minutes: null, few: false, soon: false },
  rows: [1, 2, 3, 4, 5].map((each) => row(`f${each}`, `2026-03-03T12:5${each}:00.000Z`)),
};

it('says what was seen as a question, and leads from the number to the rows and their cards', async () => {
  const asked = answer({
    [`GET ${here}`]: told,
    [`GET ${here}/findings`]: { items: [burst], next_cursor: null },
  });
  await render(<TruthPage />, { me: manager, path: '/truth' });
  await userEvent.click(await screen.findByRole('link', { name: '陈伟 · 几分钟内集中写下 1' }));
  const dialog = await screen.findByRole('dialog', { name: '陈伟 · 几分钟内集中写下' });
  expect(
    await within(dialog).findByText(/4 分钟内写下 5 条跟进，涉及 5 位客户，从 20:51 起。.*？/),
  ).toBeTruthy();
  expect(within(dialog).getAllByRole('link', { name: '王小明' })).toHaveLength(5);
  const { query } = asked.find(({ path }) => path === `${here}/findings`) ?? { query: new URLSearchParams() };
  expect(Object.fromEntries(query)).toMatchObject({ kind: 'burst', person_id: chen.id });
});

it('asks with the thresholds of the address, which the fields change', async () => {
  const asked = answer({ [`GET ${here}`]: told });
  await render(
    <>
      <TruthPage />
      <Address />
    </>,
    { me: manager, path: '/truth?tries=4' },
  );
  await screen.findByRole('rowheader', { name: '陈伟' });
  expect(asked[0]?.query.get('tries')).toBe('4');
  const field = screen.getByLabelText('连续（次）');
  await userEvent.clear(field);
  await userEvent.type(field, '6');
  expect(addressNow().get('tries')).toBe('6');
});
