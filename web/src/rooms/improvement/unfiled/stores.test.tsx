// @vitest-environment happy-dom
import type { Right } from '@platform/api/types';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Address, addressNow } from '../../../testing/address';
import { lists } from '../../../testing/firstVisits';
import { allDrawn, panel, rowsOf, seeEverything } from '../../../testing/panels';
import { me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import { group, groups, months, otherStore, pageOf } from '../../../testing/unfiledVisits';
import UnfiledPage from './UnfiledPage';

const rights: Right[] = ['visits.read', 'visits.manage', 'doors.read'];
const general = { ...me, rights, stores: [otherStore, store] };
const inStore = `/stores/${store.id}`;
const inGroup = `/groups/${store.group_id}`;

beforeEach(() => {
  sessionStorage.clear();
  seeEverything();
});

describe('all stores', () => {
  const stores = groups('store', [
    group(store.id, store.name, 400, 100),
    group(otherStore.id, otherStore.name, 417, 203, { beyond: true }),
  ]);
  const storeMonths = [
    { store_id: store.id, name: store.name, points: months().points },
    { store_id: otherStore.id, name: otherStore.name, points: months().points.slice(0, 5) },
  ];
  const everything: Record<string, unknown> = {
    ...pageOf(inGroup, {}, { store: stores }),
    [`GET ${inGroup}/unfiled/store-months`]: { items: storeMonths, next_cursor: null },
  };

  async function lookAtAll(query: string) {
    answer({ ...lists, ...pageOf(inStore), ...everything });
    await render(
      <>
        <UnfiledPage />
        <Address />
      </>,
      { path: `/unfiled?group=${store.group_id}&from=2025-08&to=2026-01${query}`, me: general },
    );
    await allDrawn();
  }

  it('stand side by side, and one of them is a click away with the same months', async () => {
    await lookAtAll('&tables=stores');
    expect(panel('各店并排').textContent).toContain('超出偶然范围的：浦东店');
    const rows = rowsOf('各店并排').slice(1);
    expect(rows.map(([name, of]) => [name, of])).toEqual([
      ['滨江店', '500'],
      ['浦东店', '620'],
    ]);
    const small = within(panel('各店逐月')).getAllByRole('listitem');
    expect(small.map(({ textContent }) => textContent)).toEqual([
      '滨江店2026年1月 18%，有 1 个月是信号。',
      '浦东店2025年12月 27%，没有信号。',
    ]);
    await userEvent.click(within(panel('各店逐月')).getByRole('link', { name: '滨江店' }));
    await waitFor(() => expect(screen.queryByText('各店并排')).toBeNull());
    expect(Object.fromEntries(addressNow())).toMatchObject({
      store: store.id,
      from: '2025-08',
      to: '2026-01',
    });
    expect(addressNow().has('group')).toBe(false);
  });

  it('are compared as stores, and people within their own', async () => {
    await lookAtAll('');
    expect(screen.queryByRole('region', { name: '按接待人' })).toBeNull();
    expect(screen.getByRole('region', { name: '各店并排' })).toBeTruthy();
  });

  it('show more small months when asked, from where they ended', async () => {
    const [first, second] = storeMonths;
    everything[`GET ${inGroup}/unfiled/store-months`] = ({ query }: { query: URLSearchParams }) => ({
      body:
        query.get('cursor') === store.id
          ? { items: [second], next_cursor: null }
          : { items: [first], next_cursor: store.id },
    });
    await lookAtAll('');
    const small = () => within(panel('各店逐月')).getAllByRole('listitem');
    expect(small()).toHaveLength(1);
    await userEvent.click(within(panel('各店逐月')).getByRole('button', { name: '再看一些' }));
    await waitFor(() => expect(small()).toHaveLength(2));
    expect(within(panel('各店逐月')).queryByRole('button', { name: '再看一些' })).toBeNull();
  });

  it('tell of every number in which stores it is, and lead to the list of each', async () => {
    const behind = { store: { id: store.id, name: store.name }, count: 70 };
    const more = { store: { id: otherStore.id, name: otherStore.name }, count: 50 };
    let asked: Record<string, string> = {};
    everything[`GET ${inGroup}/unfiled/stores`] = ({ query }: { query: URLSearchParams }) => {
      asked = Object.fromEntries(query);
      return { body: { name: null, count: 120, stores: [behind, more] } };
    };
    await lookAtAll('&tables=causes');
    const [number] = within(panel('为什么没留下')).getAllByRole('button', { name: /^120 · / });
    if (number) await userEvent.click(number);
    const list = await screen.findByRole('dialog');
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(2));
    expect(list.textContent).toContain('120 位，在这些店里');
    expect(asked).toMatchObject({ from: '2025-08', to: '2026-01', by: 'reason', outcome: 'unfiled' });
    await userEvent.click(within(list).getByRole('link', { name: '浦东店' }));
    const address = Object.fromEntries(addressNow());
    expect(address).toMatchObject({ store: otherStore.id, from: '2025-08', to: '2026-01' });
    expect(address.list).toContain(asked.value);
  });

  it('are still looked at on the next page, until one store is chosen', async () => {
    await lookAtAll('');
    expect(sessionStorage.getItem('guanxi.scope')).toBe(store.group_id);
    await userEvent.click(screen.getByLabelText('浦东店'));
    await waitFor(() => expect(sessionStorage.getItem('guanxi.scope')).toBe(''));
  });
});
