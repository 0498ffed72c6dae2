// @vitest-environment happy-dom
import type { Right } from '@platform/api/types';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Address, addressNow } from '../../../testing/address';
import { lists } from '../../../testing/firstVisits';
import { allDrawn, panel, rowsOf, seeEverything } from '../../../testing/panels';
import { me, store, visit } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import { causes, months, pageOf } from '../../../testing/unfiledVisits';
import UnfiledPage from './UnfiledPage';

const rights: Right[] = ['visits.read', 'visits.manage', 'doors.read'];
const manager = { ...me, rights };
const inStore = `/stores/${store.id}`;
const titles = [
  '逐月未留档率',
  '差在哪里',
  '为什么没留下',
  '按接待人',
  '按星期和钟点',
  '按来店渠道',
  '按看的车型',
];
const rest = ['按当天当班人数', '按停留时间', '问过几次', '第二人出面'];

beforeEach(() => {
  sessionStorage.clear();
  seeEverything();
});

async function look(routes: Record<string, unknown> = {}, query = '') {
  const asked = answer({ ...lists, ...pageOf(inStore), ...routes });
  const path = `/unfiled?store=${store.id}&from=2025-08&to=2026-01${query}`;
  await render(
    <>
      <UnfiledPage />
      <Address />
    </>,
    { path, me: manager },
  );
  await allDrawn();
  return asked;
}

describe('every part', () => {
  it('has a heading, a table, both files and a link of its own', async () => {
    const asked = await look();
    for (const title of [...titles, ...rest]) {
      const part = within(panel(title));
      expect(screen.getByLabelText(title, { selector: 'section' })).toBe(panel(title));
      expect(part.getByLabelText('表')).toBeTruthy();
      const hrefs = ['CSV', 'XLSX'].map((format) =>
        part.getByLabelText(`${title}：导出 ${format}`).getAttribute('href'),
      );
      for (const href of hrefs) expect(href).toMatch(/from=2025-08&to=2026-01$/);
      expect(part.getByLabelText(`${title}：复制这张图的链接`)).toBeTruthy();
    }
    const reads = asked.filter(({ path }) => path.includes('/unfiled/'));
    for (const { query } of reads)
      expect([query.get('from'), query.get('to')]).toEqual(['2025-08', '2026-01']);
    expect(new Set(reads.map(({ path, query }) => `${path} ${query.get('by')}`)).size).toBe(reads.length);
  });

  it('never tells a rate without how complete the log is, and says nothing of it where only counts are told', async () => {
    await look();
    const complete = '门口数到 200 组，登记了 180 组：登记完整率 90%';
    for (const title of [...titles, '按当天当班人数', '按停留时间']) {
      if (title === '为什么没留下') continue;
      expect(panel(title).textContent).toContain(complete);
    }
    for (const title of ['为什么没留下', '问过几次', '第二人出面'])
      expect(panel(title).textContent).not.toContain(complete);
  });

  it('that stands far below asks after those that are seen first', async () => {
    const asked = await look();
    const parts = asked.flatMap(({ path }) => path.split('/unfiled/')[1] ?? []);
    expect(parts.slice(0, 3).sort()).toEqual(['causes', 'differences', 'months']);
    expect(new Set(parts.slice(3))).toEqual(new Set(['groups']));
  });

  it('reopens as a table when the address says so, and says so itself', async () => {
    await look({}, '&tables=months');
    expect(rowsOf('逐月未留档率')).toHaveLength(7);
    expect(within(panel('按接待人')).queryByRole('table')).toBeNull();
    await userEvent.click(within(panel('按接待人')).getByLabelText('表'));
    expect(addressNow().get('tables')).toBe('months.person');
    await userEvent.click(within(panel('逐月未留档率')).getByLabelText('图'));
    expect(addressNow().get('tables')).toBe('person');
  });

  it('copies a link that names its months and its place on the page', async () => {
    const user = userEvent.setup();
    await look();
    await user.click(screen.getByLabelText('按接待人：复制这张图的链接'));
    const link = new URL(await navigator.clipboard.readText());
    expect(link.hash).toBe('#person');
    expect(Object.fromEntries(link.searchParams)).toEqual({
      store: store.id,
      from: '2025-08',
      to: '2026-01',
    });
  });
});

describe('the months', () => {
  it('warn when the rate rose while the log got thinner', async () => {
    const points = months().points.map((point, at) => ({ ...point, thinner: at === 5 }));
    await look({ [`GET ${inStore}/unfiled/months`]: months({ points }) });
    const warning = within(panel('逐月未留档率')).getByRole('alert');
    expect(warning.textContent).toContain('2026年1月留档率升高的同时登记变少了');
  });

  it('stand in the table with their limits, signals and log', async () => {
    await look({}, '&tables=months');
    const rows = rowsOf('逐月未留档率');
    expect(rows[1]).toEqual(['2025年8月', '180', '126', '54', '1', '30.0%', '19.2%–39.6%', '90%', '']);
    expect(rows[6]).toEqual([
      '2026年1月',
      '200',
      '164',
      '36',
      '1',
      '18.0%',
      '19.8%–39.1%',
      '90%',
      '超出偶然范围',
    ]);
  });
});

describe('the causes', () => {
  it('name the vital few, stand on two levels, and lead to the visits', async () => {
    const behind = Array.from({ length: 3 }, (_, at) =>
      visit({
        id: `01900000-0000-7000-8000-0000000001${at}0`,
        reason_code: 'U1.judged',
        story: `故事 ${at}`,
      }),
    );
    const asked = await look(
      { [`GET ${inStore}/unfiled/visits`]: { items: behind, next_cursor: null } },
      '&tables=causes',
    );
    expect(panel('为什么没留下').textContent).toContain('303 位未留档里，“没有索取”合起来占 66%');
    expect(rowsOf('为什么没留下').slice(1)).toEqual([
      ['没有索取', '200', '66.0%', '66.0%'],
      ['觉得不像买家', '120', '39.6%', ''],
      ['忘了问', '80', '26.4%', ''],
      ['问了，不肯留', '103', '34.0%', '100.0%'],
      ['怕被打扰', '103', '34.0%', ''],
    ]);
    await userEvent.click(screen.getByLabelText('120 · 觉得不像买家'));
    const list = await screen.findByRole('dialog', { name: '觉得不像买家 · 未留档 · 3 位' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(list.textContent).toContain('故事 2');
    const { query } = asked.find(({ path }) => path.endsWith('/unfiled/visits')) ?? { query: null };
    expect(Object.fromEntries(query ?? [])).toMatchObject({
      ...{ by: 'reason', value: 'U1.judged', outcome: 'unfiled', from: '2025-08', to: '2026-01' },
    });
  });

  it('warn when too many are unknown', async () => {
    await look({ [`GET ${inStore}/unfiled/causes`]: causes({ unknown_share: 0.14, unknown_alarm: true }) });
    expect(within(panel('为什么没留下')).getByRole('alert').textContent).toContain('14% 的原因写的是不知道');
  });
});

it('tells in the beginning what will stand here', async () => {
  answer({
    ...lists,
    ...pageOf(inStore, {
      [`GET ${inStore}/unfiled/months`]: months({
        points: [],
        overall: { ...months().overall, filed: 0, unfiled: 0, open: 0 },
      }),
    }),
  });
  await render(<UnfiledPage />, { me: { ...manager, rights: [...rights, 'visits.open'] } });
  expect(await screen.findByText('这里会说明客人为什么没留下联系方式')).toBeTruthy();
  expect(screen.getByRole('link', { name: '去登记来客' }).getAttribute('href')).toBe('/door');
});

it('says once, not twelve times, that nothing could be read, and tries again', async () => {
  let down = true;
  const page = pageOf(inStore);
  const failing = Object.fromEntries(
    Object.entries(page).map(([route, data]) => [
      route,
      (asked: { query: URLSearchParams }) => {
        if (down) return { status: 503, body: { detail: '太忙，请再试一次。' } };
        return typeof data === 'function' ? (data as (asked: unknown) => object)(asked) : { body: data };
      },
    ]),
  );
  answer({ ...lists, ...failing });
  await render(<UnfiledPage />, { me: manager, path: `/unfiled?store=${store.id}` });
  const again = await screen.findByRole('button', { name: '再试一次' });
  down = false;
  await userEvent.click(again);
  await screen.findByRole('heading', { level: 2, name: '逐月未留档率' });
});
