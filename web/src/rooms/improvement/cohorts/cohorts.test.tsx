// @vitest-environment happy-dom
import type { Right } from '@platform/api/types';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Address, addressNow } from '../../../testing/address';
import { lists } from '../../../testing/firstVisits';
import { me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import { otherStore } from '../../../testing/unfiledVisits';
import type { CohortAge, Cohorts } from '../types';
import CohortsPage from './CohortsPage';

const rights: Right[] = ['visits.read'];
const inStore = `/stores/${store.id}`;

/** So many of each fate, best first. */
function age(days: number, [closed, follow_up, lost, unfiled]: [number, number, number, number]): CohortAge {
  const reached = closed + follow_up + lost + unfiled;
  return {
    days,
    reached,
    closed,
    follow_up,
    lost,
    unfiled,
    rate: reached === 0 ? null : closed / reached,
    low: 0.08,
    high: 0.19,
  };
}

const none: [number, number, number, number] = [0, 0, 0, 0];
const cohorts: Cohorts = {
  months: [
    {
      month: '2025-12',
      first_visits: 80,
      ages: [
        age(7, [6, 50, 0, 24]),
        age(15, [8, 46, 2, 24]),
        age(30, [10, 38, 8, 24]),
        age(60, [12, 20, 9, 15]),
        age(90, none),
      ],
    },
    {
      month: '2026-01',
      first_visits: 60,
      ages: [age(7, [3, 30, 0, 12]), age(15, [1, 10, 0, 4]), age(30, none), age(60, none), age(90, none)],
    },
  ],
  overall: [
    age(7, [9, 80, 0, 36]),
    age(15, [9, 56, 2, 28]),
    age(30, [10, 38, 8, 24]),
    age(60, [12, 20, 9, 15]),
    age(90, none),
  ],
};

const looking = async (query: string, routes: Record<string, unknown>) => {
  const asked = answer({ ...lists, [`GET ${inStore}/cohorts`]: cohorts, ...routes });
  await render(
    <>
      <CohortsPage />
      <Address />
    </>,
    {
      path: `/cohorts?store=${store.id}&from=2025-12&to=2026-01${query}`,
      me: { ...me, rights, stores: [store, otherStore] },
    },
  );
  await screen.findByText('每月来客的成交', { selector: 'h2' });
  return asked;
};

beforeEach(() => sessionStorage.clear());

describe('what became of those who came', () => {
  it('is told of a hundred at the age of 30 days, without those who are not as old yet', async () => {
    await looking('', {});
    expect(
      screen.getByText(/满 30 天的首次来店 80 位里，当时已成交 10 位：每来一百位成交 13 位/),
    ).toBeTruthy();
    expect(screen.getByText('还没满 30 天的 60 位不算在内。')).toBeTruthy();
    expect(screen.getByText('还没有人满 30 天')).toBeTruthy();
  });

  it('has the latest month on top, and says of how many a month has reached the age', async () => {
    await looking('&days=7', {});
    const [january, december] = within(screen.getByLabelText('来店 7 天后')).getAllByRole('listitem');
    expect(january?.textContent).toContain('2026年1月');
    expect(january?.textContent).toContain('60 位里已满 45 位');
    expect(december?.textContent).toContain('80 位');
  });

  it('asks for another age, and the address keeps it', async () => {
    await looking('', {});
    await userEvent.click(screen.getByText('60 天', { selector: 'label span' }));
    await screen.findByText(/满 60 天的首次来店 56 位/);
    expect(addressNow().get('days')).toBe('60');
  });

  it('leads from a number to its visits', async () => {
    const asked = await looking('', {
      [`GET ${inStore}/cohorts/visits`]: { items: [], next_cursor: null },
    });
    await userEvent.click(screen.getByRole('button', { name: '2025年12月 · 30 天 · 已跟丢 8 · 10%' }));
    const drawer = await screen.findByRole('dialog', { name: '2025年12月 · 30 天 · 已跟丢' });
    expect(drawer).toBeTruthy();
    await waitFor(() => {
      const request = asked.find(({ path }) => path === `${inStore}/cohorts/visits`);
      expect(Object.fromEntries(request?.query ?? [])).toMatchObject({
        month: '2025-12',
        days: '30',
        fate: 'lost',
      });
    });
    expect(addressNow().get('list')).toBe('2025-12~30~lost');
  });

  it('shows nothing of a list that cannot be', async () => {
    await looking('&list=2025-12~31~lost', {});
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
