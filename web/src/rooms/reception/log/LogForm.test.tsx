// @vitest-environment happy-dom
import type { Visit } from '@platform/api/types';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { store, visit } from '../../../testing/people';
import { render } from '../../../testing/render';
import { answer } from '../../../testing/server';
import { LogForm } from './LogForm';

const lists = {
  [`GET /stores/${store.id}/channels`]: { items: [] },
  [`GET /stores/${store.id}/reasons`]: { items: [] },
};

async function printed(...visits: Visit[]) {
  answer(lists);
  await render(<LogForm store={store} visits={visits} date="2026年3月2日" weekday="星期一" />);
  const head = screen.getAllByRole('columnheader').map((cell) => cell.textContent.replaceAll('\n', ''));
  const [, row] = screen.getAllByRole('row');
  const cells = within(row as HTMLElement).getAllByRole('cell');
  return { head, said: (label: string) => cells[head.indexOf(label)]?.textContent };
}

const invited = visit({
  way: 'appointment',
  appointed_at: '2026-03-02T02:15:00.000Z',
  standing: 'filed',
  transport: 'taxi',
  colour: '珍珠白',
  current_car: '长河 轿车',
  competing_model: '北辰 E7',
  questionnaire: true,
  quote: false,
  customer: { id: 'c1', name: '王小明', sex: 'male', phone: '+8613800138000', wechat: 'xiaoming' },
});

it('has every column of the register that dealers fill by hand', async () => {
  const { head } = await printed(invited);
  for (const label of [
    ...[
      '序号',
      '来店时间',
      '离店时间',
      '人数',
      '交通工具',
      '来店/来电',
      '预约时间',
      '接待人',
      '转接后接待人',
    ],
    ...[
      '首次/再次',
      '来店目的',
      '客户姓名',
      '性别',
      '电话',
      '加微信',
      '意向车型/价位',
      '意向颜色',
      '现有车辆',
    ],
    ...['对比车型', '信息渠道', '级别/购车时间', '试驾', '问卷', '报价', '结果', '接待经过(含决策人)'],
  ]) {
    expect(head).toContain(label);
  }
  // For the pen: the weather, and who answers for the day.
  for (const place of [/^天气：＿+$/, /^前台签字：/, /^展厅主管签字：/, /^销售经理签字：/]) {
    expect(screen.getByText(place)).toBeTruthy();
  }
});

it('fills in how they came, what they drive, want and compare', async () => {
  const { said } = await printed(invited);
  expect(said('交通工具')).toBe('出租');
  expect(said('预约时间')).toBe('10:15');
  expect(said('性别')).toBe('男');
  expect(said('加微信')).toBe('√');
  expect(said('意向颜色')).toBe('珍珠白');
  expect(said('现有车辆')).toBe('长河 轿车');
  expect(said('对比车型')).toBe('北辰 E7');
  expect(said('问卷')).toBe('√');
  expect(said('报价')).toBe('×');
});

it('names the day of an appointment that was for another one', async () => {
  const { said } = await printed(visit({ ...invited, appointed_at: '2026-03-01T07:00:00.000Z' }));
  expect(said('预约时间')).toBe('3月1日\n15:00');
});

it('reaches by WeChat who left no phone, and leaves blank what nobody knows', async () => {
  const only = { id: 'c1', name: '李女士', sex: null, phone: null, wechat: 'li_2024' };
  const { said } = await printed(visit({ customer: only }));
  expect(said('电话')).toBe('li_2024');
  expect(said('性别')).toBe('');
  expect(said('交通工具')).toBe('');
  expect(said('问卷')).toBe('');
});

it('says nothing of contacts that the reader may not see', async () => {
  const { said } = await printed(
    visit({ customer: { id: 'c1', name: '王', sex: null, phone: null, wechat: null } }),
  );
  expect(said('电话')).toBe('');
  expect(said('加微信')).toBe('');
});
