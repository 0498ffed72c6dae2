// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import type { Step } from '@platform/api/types';
import { expect, it } from 'vitest';
import { card, followUpStep, step } from '../../../testing/cards';
import { chen, li, me, visit } from '../../../testing/people';
import { render } from '../../../testing/render';
import { markOf } from './marks';
import { Timeline } from './Timeline';

const came = visit({ occasion: 'again', story: '看了后排', test_drive: true, minutes: 45 });
const visitPlan = {
  ...{ at: '2026-03-05T07:00:00.000Z', end: null, was_at: null },
  ...{ purpose: 'quote' as const, car: null },
};
const drivePlan = {
  ...{ at: '2026-03-05T07:00:00.000Z', end: '2026-03-05T07:30:00.000Z', was_at: null },
  ...{ purpose: null, car: { id: 't1', name: '云岭 5 白' } },
};
const given = { quote_id: 'q1', number: 'Q-2026-000001', n: 2, total: null };
/** One of every kind. */
const steps: Step[] = [
  step({ kind: 'loss_approved' }),
  step({ kind: 'loss_rejected' }),
  step({ kind: 'loss_asked' }),
  step({ kind: 'card_handed_over', to: li }),
  step({ kind: 'card_edited', fields: ['model_id', 'price_from', 'price_to', 'grade_reason'] }),
  step({ kind: 'card_regraded', grade_from: 'B', grade_to: 'A', grade_cause: 'time', by: null }),
  followUpStep({ said: '太太周末有空' }),
  followUpStep({ id: 'f2', reached: false, counted: false }),
  step({ kind: 'visit', visit: came }),
  step({ kind: 'card_opened', grade_to: 'N' }),
  step({ kind: 'car_ordered' }),
  step({ kind: 'order_cancelled' }),
  step({ kind: 'card_regraded', grade_from: 'H', grade_to: 'A', grade_cause: 'order_cancelled' }),
  step({ kind: 'car_delivered' }),
  step({ kind: 'lead_received' }),
  step({ kind: 'party_member_added', roles: ['payer'] }),
  step({ kind: 'party_member_edited', roles: ['payer', 'user'] }),
  step({ kind: 'party_member_removed', roles: ['adviser'] }),
  step({ kind: 'cards_merged' }),
  step({ kind: 'cards_parted' }),
  step({ kind: 'appointment_made', plan: visitPlan }),
  step({ kind: 'appointment_moved', plan: { ...visitPlan, was_at: '2026-03-04T02:00:00.000Z' } }),
  step({ kind: 'appointment_kept', plan: visitPlan }),
  step({ kind: 'appointment_missed', plan: visitPlan }),
  step({ kind: 'appointment_cancelled', plan: visitPlan }),
  step({ kind: 'drive_booked', plan: drivePlan }),
  step({ kind: 'drive_moved', plan: drivePlan }),
  step({ kind: 'drive_cancelled', plan: drivePlan }),
  step({
    kind: 'listed',
    listing: {
      ...{ registered_on: '2026-02-01', last_contact_on: '2026-02-20', grade: 'B' },
      ...{ channel: '朋友介绍', remark: '等年终奖' },
    },
  }),
  step({ kind: 'quote_given', quote: { ...given, total: 18_980_000 } }),
  step({ kind: 'quote_withdrawn', quote: given }),
  step({ kind: 'quote_accepted', quote: given }),
];

const items = () => screen.getAllByRole('listitem').map((each) => each.textContent ?? '');

it('tells every kind of step in words, with who and when', async () => {
  await render(<Timeline card={card()} steps={steps} />);
  expect(items()).toHaveLength(steps.length);
  for (const item of items()) {
    expect(item).not.toMatch(/step\.|cause\.|field\.|[a-z]+_[a-z]+|\{\{|undefined/);
    expect(item).not.toMatch(/[a-z]{4,}/);
    expect(item).toContain('3月1日 10:00');
  }
  expect(items()[3]).toContain('转交给 李娜');
  expect(items()[4]).toContain('修改：意向车型、价位、定级原因');
  expect(items()[5]).toMatch(/级别 B → A.*系统.*日子近了/);
  expect(items()[6]).toMatch(/电话 · 联系上.*陈伟.*太太周末有空.*下次 .*3月5日/);
  expect(items()[7]).toMatch(/没联系上.*发出得晚/);
  expect(items()[8]).toMatch(/再次来店 · 面谈.*看了后排.*停留 45 分钟.*试驾/);
});

it('says every kind in English too', async () => {
  await render(<Timeline card={card({ salesperson: null })} steps={steps} />, { language: 'en' });
  for (const item of items()) expect(item).not.toMatch(/step\.|cause\.|field\.|[a-z]+_[a-z]+|\{\{|undefined/);
});

it('tells what went both ways from what was only tried', () => {
  expect(steps.map(markOf)).toEqual([
    'loss',
    'note',
    'loss',
    'note',
    'note',
    'note',
    'contact',
    'attempt',
    'contact',
    'note',
    'note',
    'note',
    'note',
    'note',
    'note',
    'note',
    'note',
    'note',
    'note',
    'note',
    ...['note', 'note', 'contact', 'loss', 'note'],
    ...['note', 'note', 'note', 'note'],
    ...['note', 'note', 'note'],
  ]);
});

it('leads to the visits that the reader may open', async () => {
  const own = visit({ salesperson: { id: me.id, name: me.name } });
  const others = visit({ id: '01900000-0000-7000-8000-000000000021', salesperson: chen, opened_by: li });
  await render(
    <Timeline
      card={card()}
      steps={[step({ kind: 'visit', visit: own }), step({ kind: 'visit', visit: others })]}
    />,
  );
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    `/stores/${own.store_id}/visits/${own.id}`,
  ]);
});
