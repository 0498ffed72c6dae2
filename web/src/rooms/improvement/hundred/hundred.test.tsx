// @vitest-environment happy-dom
import type { Right } from '@platform/api/types';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Address, addressNow } from '../../../testing/address';
import { hundred, lists, rate } from '../../../testing/firstVisits';
import { me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import type { Hundred } from '../types';
import HundredPage from './HundredPage';

const route = `GET /stores/${store.id}/hundred`;
const rights: Right[] = ['visits.read', 'visits.manage', 'doors.read'];
const manager = { ...me, rights };

async function look(data: Partial<Hundred> = {}, path = '/hundred') {
  const asked = answer({ ...lists, [route]: hundred(data) });
  await render(
    <>
      <HundredPage />
      <Address />
    </>,
    { path, me: manager },
  );
  await screen.findByRole('heading', { level: 2, name: /没有索取/ });
  return () => asked.filter((request) => request.path.endsWith('/hundred')).map(({ query }) => query);
}

describe('the picture', () => {
  it('tells every figure to those who hear it, in the list of its group', async () => {
    await look();
    const counts = { 留下了联系方式: 58, 没有索取: 30, '问了，不肯留': 9, 还没完善: 3 };
    for (const [name, count] of Object.entries(counts)) {
      expect(screen.getByRole('button', { name: `${name} ${count} 位` })).toBeTruthy();
      const figures = within(screen.getByRole('list', { name })).getAllByRole('button');
      expect(figures).toHaveLength(count);
      for (const each of figures)
        expect(each.getAttribute('aria-label')).toMatch(/陈伟.*抖音.*25 分钟.*故事/);
    }
    const [judged] = within(screen.getByRole('list', { name: '没有索取' })).getAllByRole('button');
    expect(judged?.getAttribute('aria-label')).toContain('忘了问');
  });

  it('lists as many visits behind a group as the group counts', async () => {
    await look();
    await userEvent.click(screen.getByRole('button', { name: '没有索取 30 位' }));
    const list = await screen.findByRole('dialog', { name: '没有索取 · 30 位' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(30);
    expect(addressNow().get('show')).toBe('unfiled.U1');
  });

  it('tells one visit on a card, and lets arrows walk and Escape go away', async () => {
    await look();
    const figures = within(screen.getByRole('list', { name: '没有索取' })).getAllByRole('button');
    await userEvent.click(figures[0] as HTMLElement);
    const card = screen.getByRole('group', { name: '这一位' });
    expect(card.textContent).toContain('第58位的故事');
    expect(document.activeElement).toBe(within(card).getByRole('link', { name: '打开这次接待' }));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('group', { name: '这一位' })).toBeNull();

    figures[0]?.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(figures[1]);
    await userEvent.keyboard('{ArrowDown}');
    const [refused] = within(screen.getByRole('list', { name: '问了，不肯留' })).getAllByRole('button');
    expect(document.activeElement).toBe(refused);
    expect(screen.getByRole('group', { name: '这一位' }).textContent).toContain('第88位的故事');
  });
});

describe('the sentences', () => {
  const comparison = { difference: 0.2, low: 0.07, high: 0.33, verdict: 'rose' as const, needed: 388 };
  const told: [string, Partial<Hundred>, RegExp][] = [
    ['a rise', { comparison }, /前面一百位是 51%，高了 20 个百分点，超出了偶然（\+7 到 \+33）/],
    [
      'a fall',
      { comparison: { ...comparison, difference: -0.2, low: -0.33, high: -0.07, verdict: 'fell' } },
      /低了 20 个百分点，超出了偶然（−33 到 −7）/,
    ],
    ['no difference', {}, /高了 9 个百分点，但这可能只是偶然.*前后各要 388 位，每边还差 291 位/],
    [
      'too few',
      { before: rate(8, 4), comparison: { ...comparison, verdict: 'too_few', needed: 388 } },
      /太少，还不能比较。.*每边还差 376 位/,
    ],
    ['no hundred before', { before: null, comparison: null }, /再往前没有另外一百位/],
    ['too few for a rate', { rate: rate(7, 5) }, /才有 12 位有了结果，其中 7 位留档.*再有 8 位就能看/],
    [
      'a rise hardly beyond chance',
      { comparison: { ...comparison, low: 0.004 } },
      /超出了偶然（\+0\.4 到 \+33）/,
    ],
    ['an uncounted door', { completeness: { logged: 9, counted: 0, share: null } }, /不知道漏登了多少/],
    ['a thinner log', { thinner: true }, /留档率升了，登记却变少了/],
  ];
  it.each(told)('tell of %s', async (_, data, sentence) => {
    await look(data);
    expect(document.body.textContent).toMatch(sentence);
  });

  it('never tell the rate without how complete the log is', async () => {
    await look();
    const told = document.body.textContent;
    expect(told).toMatch(/每来一百位， 60 位留下联系方式.*97 位里留档 58 位.*还没完善的 3 位不算在内/s);
    expect(told).toContain('门口数到 200 组，登记了 180 组：登记完整率 90%');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

it('says nothing of open visits when there are none', async () => {
  await look({ rate: rate(58, 42) });
  expect(document.body.textContent).toContain('已有结果的 100 位里留档 58 位');
  expect(document.body.textContent).not.toContain('不算在内');
});

describe('the address', () => {
  it('is copied with the month, so that the link shows the same next year', async () => {
    await look({}, `/hundred?store=${store.id}&channel=video.douyin`);
    // user-event brings a clipboard of its own.
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: '复制链接' }));
    const link = new URL(await navigator.clipboard.readText());
    const month = new Intl.DateTimeFormat('en-CA', {
      timeZone: store.time_zone,
      year: 'numeric',
      month: '2-digit',
    }).format(new Date());
    expect(Object.fromEntries(link.searchParams)).toEqual({
      store: store.id,
      channel: 'video.douyin',
      month,
    });
  });

  it('opens exactly the view that it names', async () => {
    const view = { month: '2026-01', from: '2025-12-24', person: 'p', channel: 'video.douyin', model: 'm' };
    const asked = await look({}, `/hundred?${new URLSearchParams({ store: store.id, ...view })}`);
    const { month, from, person, channel, model } = view;
    const names = { month, from, salesperson_id: person, channel_code: channel, model_id: model };
    expect(Object.fromEntries(asked()[0] ?? [])).toEqual(names);
    expect(Object.fromEntries(addressNow())).toEqual({ store: store.id, ...view });
  });

  it('names the store by itself, and goes back and forth with the months', async () => {
    const asked = await look({}, `/hundred?month=2026-01`);
    await waitFor(() => expect(addressNow().get('store')).toBe(store.id));
    await userEvent.click(screen.getByRole('button', { name: '往前一个月' }));
    await waitFor(() => expect(addressNow().get('month')).toBe('2025-12'));
    await waitFor(() => expect(asked().at(-1)?.get('month')).toBe('2025-12'));
    // Once to be seen, once for paper.
    expect(screen.getAllByText('到 2025年12月')).toHaveLength(2);
  });

  it('says it aloud when the picture changes', async () => {
    answer({
      ...lists,
      [route]: ({ query }: { query: URLSearchParams }) => ({
        body: query.get('month') ? hundred({ figures: [], groups: [] }) : hundred(),
      }),
    });
    await render(<HundredPage />, { me: manager });
    const spoken = await screen.findByText(/最近 100 位首次来店的客人/);
    expect(spoken.getAttribute('role')).toBe('status');
    await userEvent.click(screen.getByRole('button', { name: '往前一个月' }));
    await screen.findByText('没有符合条件的来客');
    expect(spoken.textContent).toBe('还没有人来。');
  });
});

it('shows a salesperson their own hundred, and no choice of persons', async () => {
  answer({ ...lists, [route]: hundred() });
  await render(<HundredPage />, { me: { ...me, rights: ['visits.own'] } });
  await screen.findByRole('heading', { level: 1, name: '我的百人图' });
  expect(screen.queryByRole('combobox', { name: '接待人' })).toBeNull();
});
