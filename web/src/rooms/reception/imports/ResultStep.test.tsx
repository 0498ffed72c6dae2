// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import { ResultStep } from './ResultStep';
import type { Import } from './types';

const done: Import = {
  id: '01900000-0000-7000-8000-000000000100',
  store_id: store.id,
  file_name: '三月.csv',
  kind: 'visits',
  state: 'done',
  format: { xlsx: false, encoding: 'UTF-8', delimiter: ',' },
  headers: ['日期'],
  preview: [],
  columns: ['arrived_on'],
  default_year: 2026,
  rows_total: 3,
  rows_done: 3,
  created: 2,
  matched: 0,
  refused: 1,
  first_day: '2025-11-03',
  last_day: '2026-02-27',
  error: null,
  created_at: '2026-03-02T00:00:00.000Z',
  created_by: null,
  version: 4,
};

const show = async (change: Partial<Import> = {}) => {
  answer({ [`GET /stores/${store.id}/imports/${done.id}/rows`]: { items: [], next_cursor: null } });
  await render(<ResultStep of={{ ...done, ...change }} change={() => undefined} />);
};

describe('what has become of a file', () => {
  it('shows the rows that were refused, and offers them as a file, as long as there are any', async () => {
    await show();
    expect(screen.getByRole('tab', { selected: true }).textContent).toContain('没有收');
    expect(screen.getByRole('link', { name: '下载不收的行' })).toBeTruthy();
  });

  it('leads to the first of the days that it brought', async () => {
    await show();
    expect(screen.getByText('2025年11月3日 – 2026年2月27日')).toBeTruthy();
    const link = screen.getByRole('link', { name: '看来店登记' });
    expect(link.getAttribute('href')).toBe('/log?day=2025-11-03');
  });

  it('leads to the log of today when nothing was brought', async () => {
    await show({ created: 0, refused: 3, first_day: null, last_day: null });
    expect(screen.getByRole('link', { name: '看来店登记' }).getAttribute('href')).toBe('/log');
  });

  it('shows what was brought in when every row could be taken', async () => {
    await show({ created: 3, refused: 0 });
    expect(screen.getByRole('tab', { selected: true }).textContent).toContain('已新增');
  });

  it('shows what was there already when the file was brought in before', async () => {
    await show({ created: 0, matched: 3, refused: 0 });
    expect(screen.getByRole('tab', { selected: true }).textContent).toContain('原来就在');
  });

  it('leads from a list of prospects to their cards', async () => {
    await show({ kind: 'prospects', first_day: null, last_day: null });
    expect(screen.getByText('导入完成，新开 2 张意向卡')).toBeTruthy();
    expect(screen.getByRole('link', { name: '看意向客户' }).getAttribute('href')).toBe('/prospects');
  });
});
