// @vitest-environment happy-dom
import type { Me } from '@platform/api/types';
import { addDays, dayOf } from '@platform/format/dates';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { chen, me, store } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import { LeadRulesView } from './LeadRulesView';
import { emptyRule, moved, sent } from './rules';

const here = `/stores/${store.id}/leads`;
const tomorrow = addDays(dayOf(Date.now(), store.time_zone), 1);
const manager: Me = { ...me, rights: ['prospects.manage'] };
const times = { target: 5, reassign: 15, breach: 30 };
const page = { today: { from_day: null, by: null, times }, set: [] };
const rules = {
  rules: [{ provider: '懂车帝', model: null, language: null, people: [chen] }],
  providers: ['懂车帝'],
  version: 1,
};
const routes = {
  [`GET ${here}/rules`]: rules,
  [`GET ${here}/times`]: page,
  [`GET /stores/${store.id}/staff`]: { items: [{ ...chen, roles: ['salesperson'] }] },
};

it('moves rules without losing one', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(emptyRule) as [ReturnType<typeof emptyRule>, never, never];
  expect(moved([a, b, c], 0, 1)).toEqual([b, a, c]);
  expect(moved([a, b, c], 0, -1)).toEqual([a, b, c]);
  expect(moved([a, b, c], 2, 1)).toEqual([a, b, c]);
  expect(sent({ ...a, provider: '  ', model: ' 山海 5 ' })).toEqual({
    provider: null,
    model: '山海 5',
    language: null,
    people: [],
  });
});

it('shows the rules in their order and adds one', async () => {
  const asked = answer({ ...routes, [`PUT ${here}/rules`]: { ...rules, version: 2 } });
  await render(<LeadRulesView />, { me: manager });
  expect(await screen.findByText('来源含“懂车帝”')).toBeTruthy();
  await userEvent.click(screen.getAllByRole('button', { name: '修改' })[0] as HTMLElement);
  await userEvent.click(screen.getByRole('button', { name: '添加规则' }));
  await userEvent.type(screen.getAllByLabelText('车型', { selector: 'input' })[1] as HTMLElement, '山海 7');
  await userEvent.click(screen.getByRole('button', { name: '上移规则 2' }));
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('来源含“懂车帝”')).toBeTruthy();
  expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
    rules: [
      { provider: null, model: '山海 7', language: null, people: [] },
      { provider: '懂车帝', model: null, language: null, people: [chen.id] },
    ],
  });
});

it('sets new limits from tomorrow on', async () => {
  const asked = answer({ ...routes, [`PUT ${here}/times/${tomorrow}`]: page });
  await render(<LeadRulesView />, { me: manager });
  await screen.findByText('30 分钟');
  await userEvent.click(screen.getAllByRole('button', { name: '修改' })[1] as HTMLElement);
  const field = screen.getByLabelText('目标');
  await userEvent.clear(field);
  await userEvent.type(field, '10');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await screen.findByText('30 分钟');
  expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({ ...times, target: 10 });
});
