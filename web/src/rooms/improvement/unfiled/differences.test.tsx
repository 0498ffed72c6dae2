// @vitest-environment happy-dom
import type { Right } from '@platform/api/types';
import { within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { lists } from '../../../testing/firstVisits';
import { allDrawn, panel, rowsOf, seeEverything } from '../../../testing/panels';
import { me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import { differences, group, groups, pageOf } from '../../../testing/unfiledVisits';
import UnfiledPage from './UnfiledPage';

const rights: Right[] = ['visits.read', 'visits.manage', 'doors.read'];
const inStore = `/stores/${store.id}`;

beforeEach(() => {
  sessionStorage.clear();
  seeEverything();
});

async function look(routes: Record<string, unknown> = {}, query = '') {
  answer({ ...lists, ...pageOf(inStore), ...routes });
  const path = `/unfiled?store=${store.id}&from=2025-08&to=2026-01${query}`;
  await render(<UnfiledPage />, { path, me: { ...me, rights } });
  await allDrawn();
}

describe('what differs', () => {
  it('is told in words with counts, the largest first, and what is too small says how many more it needs', async () => {
    await look();
    const said = within(panel('差在哪里'))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(said).toEqual([
      '陈伟：来了 600 位，未留档 100 位（17%）；其余 520 位里是 39%。低 22 个百分点（−27 到 −17）。',
      '每天 12–13 点：来了 150 位，未留档 60 位（40%）；其余 970 位里是 25%。高 15 个百分点（+0.4 到 +23）。',
    ]);
    expect(panel('差在哪里').textContent).toContain('人数太少，还看不出：不到 3 分钟 7 位，还要 341 位。');
  });

  it('points at nothing when nothing was found', async () => {
    await look({ [`GET ${inStore}/unfiled/differences`]: differences({ found: [], too_small: [] }) });
    expect(within(panel('差在哪里')).queryByRole('listitem')).toBeNull();
    expect(panel('差在哪里').textContent).toContain('没有哪一种差得超出偶然');
  });
});

describe('the groups', () => {
  it('name whom chance does not explain, and rank nobody', async () => {
    await look({}, '&tables=person.channel.on_duty.minutes');
    expect(panel('按接待人').textContent).toContain('超出偶然范围的：陈伟，值得问一问为什么。');
    expect(
      rowsOf('按接待人')
        .slice(1)
        .map(([name]) => name),
    ).toEqual(['陈伟', '李娜']);
    expect(
      rowsOf('按来店渠道')
        .slice(1)
        .map(([name]) => name),
    ).toEqual(['抖音', '没记渠道']);
    expect(
      rowsOf('按当天当班人数')
        .slice(1)
        .map(([name]) => name),
    ).toEqual(['4 人当班', '10 人当班']);
    expect(rowsOf('按停留时间')[1]).toEqual([
      ...['不到 3 分钟', '7', '0', '7', '0', '100.0%', '10%–50%', '28.0%', '还要 83 位才说得准'],
    ]);
  });

  it('say when the limits had to be widened, and do not point at what was never noted', async () => {
    const wide = group('m', '小满 城市版', 300, 40);
    const model = groups('model', [
      { ...wide, funnel_high: 0.2705 + 2 * (wide.funnel_high - 0.2705) },
      group('', null, 0, 200, { beyond: true }),
    ]);
    const others = pageOf(inStore)[`GET ${inStore}/unfiled/groups`] as (asked: {
      query: URLSearchParams;
    }) => object;
    await look({
      [`GET ${inStore}/unfiled/groups`]: (asked: { query: URLSearchParams }) =>
        asked.query.get('by') === 'model' ? { body: model } : others(asked),
    });
    const said = panel('按看的车型').textContent;
    expect(said).toContain('彼此的差别本来就比偶然大（2.0 倍），界限已经放宽；放宽以后没有谁落在外面。');
    expect(said).toContain('“没记看了哪款车”多半是没留档的（100%）');
    expect(said).not.toContain('值得问一问');
  });

  it('tell each hour with its counts, and no rate where few came', async () => {
    await look();
    const table = within(panel('按星期和钟点')).getByRole('table');
    const cells = within(table).getAllByRole('button');
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      '3/1212 位里未留档 3 位',
      '2545%55 位里未留档 25 位',
    ]);
  });
});
