import type { Visit } from '@platform/api/types';
import { gradeLabels } from '@platform/session/gradeLabels';
import { expect, it } from 'vitest';
import { store, visit } from '../../../testing/people';
import { columns } from './columns';

const said = (label: RegExp, change: Partial<Visit>) => {
  const column = columns.find((each) => label.test(each.label.replaceAll('\n', '')));
  const row = {
    number: 1,
    visit: visit(change),
    zone: store.time_zone,
    currency: 'CNY',
    grades: gradeLabels(store),
  };
  return column?.text({ ...row, channel: null, reason: null });
};

it('tells who was invited from who walked in and who called', () => {
  const kinds = (['walk_in', 'again', 'call', 'appointment'] as const).map((way) =>
    said(/来店\/来电/, { way }),
  );
  expect(kinds).toEqual(['来店', '来店', '来电', '邀约\n来店']);
});

it('writes the price under the model, and the time of purchase beside the grade alone', () => {
  const wants: Partial<Visit> = {
    model: { id: '01900000-0000-7000-8000-000000000030', name: '启程 M8' },
    price_from: 22_600_000,
    price_to: 27_500_000,
    purchase_when: 'this_week',
  };
  expect(said(/意向车型/, wants)).toBe('启程 M8\n22.6–27.5 万');
  expect(said(/意向车型/, { ...wants, model: null })).toBe('22.6–27.5 万');
  expect(said(/级别/, wants)).toBe('H 本周');
});
