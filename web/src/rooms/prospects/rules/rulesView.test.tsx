// @vitest-environment happy-dom
import type { Me, Right } from '@platform/api/types';
import { addDays, dayOf } from '@platform/format/dates';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import { RulesView } from './RulesView';

const path = `/stores/${store.id}/prospects/rules`;
const tomorrow = addDays(dayOf(Date.now(), store.time_zone), 1);
const rules = {
  ...{ h_days: 7, a_days: 15, b_days: 30, grace_days: 3, after_visit: 1 },
  ...{ every_n: 1, every_h: 2, every_a: 4, every_b: 7, every_c: 15, every_ordered: 7 },
};
const page = { today: { from_day: null, by: null, rules }, set: [] };

async function look(right: Right, more: Record<string, unknown> = {}) {
  const who: Me = { ...me, rights: [right] };
  const asked = answer({ [`GET ${path}`]: page, ...more });
  await render(<RulesView />, { me: who });
  await screen.findByText('今天的规则');
  return asked;
}

it('shows what holds, and no form, to those who only follow up', async () => {
  await look('prospects.own');
  expect(screen.getByText('系统的默认天数，本店还没有改过。')).toBeTruthy();
  expect(screen.getByText('8–15 天')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

it('sets new rules from tomorrow on, beginning with what would hold then', async () => {
  const asked = await look('prospects.manage', {
    [`PUT ${path}/${tomorrow}`]: ({ body }: { body: object }) => ({
      body: { ...page, set: [{ from_day: tomorrow, by: me, rules: body }] },
    }),
  });
  await userEvent.click(screen.getByRole('button', { name: '设新的规则' }));
  const field = screen.getByLabelText('H 级跟进间隔');
  await userEvent.clear(field);
  await userEvent.type(field, '1');
  await userEvent.click(screen.getByRole('button', { name: '保存规则' }));
  expect(await screen.findByText('将生效')).toBeTruthy();
  expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({ ...rules, every_h: 1 });
});

it('says at its field what the server refuses, and at the day what is wrong with the day', async () => {
  await look('stores.edit', {
    [`PUT ${path}/${tomorrow}`]: () => ({
      status: 422,
      body: {
        detail: '有些内容需要改正。',
        errors: [
          { pointer: '', code: 'from_tomorrow_on', detail: '最早从明天起。' },
          { pointer: '/a_days', code: 'window_too_short', detail: '不能短于前一级别的天数。' },
        ],
      },
    }),
  });
  await userEvent.click(screen.getByRole('button', { name: '设新的规则' }));
  await userEvent.click(screen.getByRole('button', { name: '保存规则' }));
  const error = await screen.findByText('不能短于前一级别的天数。');
  expect(error.closest('.mantine-NumberInput-root')?.querySelector('input')?.getAttribute('aria-label')).toBe(
    'A 级到第几天',
  );
  expect(screen.getAllByText('最早从明天起。')).toHaveLength(1);
});
