// @vitest-environment happy-dom
import type { Fact, Language } from '@platform/api/types';
import { describe, expect, it } from 'vitest';
import { me, store } from '../../../../testing/people';
import { renderHook } from '../../../../testing/render';
import { factKinds, setUpActions, subjectKinds } from '../../../../testing/serverFacts';
import { setUpKinds, storeKinds } from './kinds';
import { useSentence } from './useSentence';

const person = { id: 'p1', name: '陈伟' };

/** At least one example of each kind, with every turn that its sentence takes. */
const examples: Record<string, Record<string, unknown>[]> = {
  visit_opened: [
    { way: 'walk_in', party_size: 1, salesperson_id: null },
    { way: 'call', party_size: 2, salesperson_id: 'p1' },
  ],
  visit_filed: [{ customer_is_new: true }, { customer_is_new: false }],
  visit_left_unfiled: [{ reason_code: 'r1' }],
  visit_skated: [{ customer_id: 'c1', in_charge: 'p1', salesperson_id: 'p2' }],
  visit_moved: [
    { customer_id: 'c1', occasion: 'first' },
    { customer_id: 'c1', occasion: 'again' },
  ],
  party_member_added: [{ member_id: 'm1', roles: ['payer', 'user'] }],
  party_member_edited: [{ member_id: 'm1', roles: ['adviser'] }],
  party_member_removed: [{ member_id: 'm1', roles: ['buyer'] }],
  notice_seen: [{ notice: 'skated', customer_id: 'c1' }],
  duplicates_found: [{ pairs: 1 }, { pairs: 12 }],
  found_different: [{ other_id: 'c2' }],
  customers_merged: [{ merge_id: 'm1', merged_id: 'c2' }],
  merge_undone: [{ merge_id: 'm1', merged_id: 'c2' }],
  cards_merged: [
    { merge_id: 'm1', merged_card_id: 'k2', salesperson_id: 'p1' },
    { merge_id: 'm1', merged_card_id: null, salesperson_id: null },
  ],
  cards_parted: [
    { merge_id: 'm1', merged_card_id: 'k2', salesperson_id: 'p1' },
    { merge_id: 'm1', merged_card_id: null, salesperson_id: 'p1' },
  ],
  exclusion_asked: [{ exclusion_code: 'e1' }],
  exclusion_confirmed: [{ exclusion_code: 'e1' }],
  exclusion_rejected: [{ exclusion_code: 'e1' }],
  visit_reopened: [{ was: 'filed' }, { was: 'unfiled' }, { was: 'excluded' }],
  visit_edited: [{ fields: ['story', 'price_from'] }, { fields: [] }],
  party_left: [{ minutes: 35 }],
  visit_handed_over: [
    { from: null, to: 'p1' },
    { from: 'p2', to: 'p1' },
  ],
  duty_changed: [{ change: 'came' }, { change: 'went' }, { change: 'skipped' }],
  door_counted: [
    { day: '2026-03-01', hour: 9, parties: 1 },
    { day: '2026-03-01', hour: 9, parties: -1 },
  ],
  import_finished: [
    { created: 1, matched: 0, refused: 0 },
    { created: 240, matched: 12, refused: 3 },
    { created: 30, matched: 2, refused: 1, rows: 'prospects' },
  ],
  set_up_changed: setUpActions.map((action) => ({ action, name: '山海 5' })),
  signed_in: [{ address: '10.0.0.7' }],
  customer_edited: [{ fields: ['phone'] }],
  consent_noted: [
    { purpose: 'follow_up', given: true },
    { purpose: 'marketing', given: false },
  ],
  card_opened: [{ grade: 'H' }],
  card_regraded: [{ from: 'H', to: 'A' }],
  contacts_exported: [{ contacts: 1 }, { contacts: 240 }],
  card_edited: [{ fields: ['payment', 'sureness', 'expected_on'] }],
  card_handed_over: [
    { from: null, to: 'p1' },
    { from: 'p2', to: 'p1' },
  ],
  cards_reassigned: [
    { reassignment_id: 'r1', from: 'p2', reason: 'ill', cards: 1, people: 1, accesses_ended: false },
    { reassignment_id: 'r2', from: 'p2', reason: 'leaving', cards: 40, people: 3, accesses_ended: true },
    { reassignment_id: 'r3', from: null, reason: 'other', cards: 5, people: 2, accesses_ended: false },
  ],
  list_filter_changed: ['saved', 'edited', 'removed'].flatMap((action) => [
    { action, shared: false },
    { action, shared: true },
  ]),
  followed_up: [
    { way: 'home_visit', reached: true, grade: 'A', next_on: '2026-03-09', counted: true },
    { way: 'call', reached: false, grade: 'A', next_on: null, counted: true },
  ],
  appointment_made: [{ at: '2026-03-05T07:00:00.000Z', purpose: 'quote' }],
  appointment_moved: [
    { at: '2026-03-06T07:00:00.000Z', was_at: '2026-03-05T07:00:00.000Z', purpose: 'visit' },
  ],
  appointment_edited: [{ fields: ['purpose', 'note'] }],
  appointment_kept: [{ at: '2026-03-05T07:00:00.000Z', purpose: 'signing', visit_id: null }],
  appointment_missed: [{ at: '2026-03-05T07:00:00.000Z', purpose: 'test_drive' }],
  appointment_cancelled: [{ at: '2026-03-05T07:00:00.000Z', purpose: 'delivery' }],
  drive_booked: [{ starts_at: '2026-03-05T07:00:00.000Z', ends_at: '2026-03-05T07:30:00.000Z' }],
  drive_moved: [{ starts_at: '2026-03-05T07:00:00.000Z', ends_at: '2026-03-05T07:30:00.000Z' }],
  drive_finished: [
    { starts_at: '2026-03-05T07:00:00.000Z', ends_at: '2026-03-05T07:30:00.000Z', licence_seen: true },
    { starts_at: '2026-03-05T07:00:00.000Z', ends_at: '2026-03-05T07:30:00.000Z', licence_seen: false },
  ],
  quote_given: [{ quote_id: 'q1', number: 'Q-2026-000001', n: 2, total: 18_980_000 }],
  quote_withdrawn: [{ quote_id: 'q1', number: 'Q-2026-000001', n: 2 }],
  quote_accepted: [{ quote_id: 'q1', number: 'Q-2026-000001', n: 2, order_id: 'o1' }],
  drive_cancelled: [{ starts_at: '2026-03-05T07:00:00.000Z', ends_at: '2026-03-05T07:30:00.000Z' }],
  loss_asked: [{ grade: 'B' }],
  loss_approved: [{ grade: 'B' }],
  loss_rejected: [{ grade: 'B' }],
  car_ordered: [
    { order_id: 'o1', model_id: 'm1', price: 12_800_000, ordered_on: '2026-03-02', deliver_on: null },
  ],
  order_cancelled: [{ order_id: 'o1', cancelled_on: '2026-03-03' }],
  car_delivered: [{ order_id: 'o1', customer_id: 'c1', delivered_on: '2026-03-20' }],
  lead_received: [
    { lead_id: 'l1', outcome: 'opened' },
    { lead_id: 'l2', outcome: 'touched' },
    { lead_id: 'l3', outcome: 'repeated' },
    { lead_id: 'l4', outcome: 'refused' },
  ],
  lead_reassigned: [
    { lead_id: 'l1', from: 's1', to: 's1' },
    { lead_id: 'l1', from: null, to: 's1' },
  ],
  lead_escalated: [
    { lead_id: 'l1', salesperson_id: 's1' },
    { lead_id: 'l1', salesperson_id: null },
  ],
  lead_rules_set: [{ rules: 1 }, { rules: 3 }],
  answer_times_set: [{ from_day: '2026-03-09' }],
  days_off_added: [{ from_day: '2026-03-09', to_day: '2026-03-11' }],
  days_off_removed: [{ from_day: '2026-03-09', to_day: '2026-03-11' }],
  working_hours_set: [{ weekdays: 5 }],
  follow_up_rules_set: [{ from_day: '2026-03-09' }],
  day_begun: [{ day: '2026-03-02', moved: 3, overdue: 12 }],
};

const fact = (
  kind: string,
  data: object,
  subject_kind = kind === 'set_up_changed' ? 'model' : 'visit',
): Fact => ({
  id: 'f',
  at: '2026-03-01T02:00:00.000Z',
  kind,
  actor: person,
  subject_kind,
  subject_id: 's1',
  data: data as Fact['data'],
});

async function sentences(language: Language, who = me) {
  const { result } = await renderHook(() => useSentence(), { language, me: who });
  return result.current;
}

describe('the audit trail', () => {
  it('has an example here and a place in the filter for every fact that the server announces', () => {
    expect(factKinds.length).toBeGreaterThan(15);
    expect(setUpActions).toEqual(expect.arrayContaining(['created', 'edited', 'retired', 'password_reset']));
    expect(Object.keys(examples).sort()).toEqual(factKinds);
    const offered = [...storeKinds, ...setUpKinds].flatMap(({ kinds }) => kinds);
    expect([...new Set(offered)].sort()).toEqual(factKinds);
  });

  it.each(['zh', 'en'] as const)('says every fact in a whole sentence (%s)', async (language) => {
    const say = await sentences(language);
    for (const [kind, all] of Object.entries(examples)) {
      for (const data of all) {
        const sentence = say(fact(kind, data));
        expect(sentence, kind).toContain(person.name);
        // Neither a key, nor a code, nor a gap that nothing has filled.
        expect(sentence, kind).not.toMatch(/fact\.|action\.|[a-z]+_[a-z]+|\{\{|undefined|NaN/);
        if (language === 'zh') expect(sentence, kind).not.toMatch(/[a-z]{4,}/);
        else
          expect(sentence.replaceAll(person.name, '').replace(/山海 5|测试原因/g, ''), kind).not.toMatch(
            /\p{Script=Han}/u,
          );
      }
    }
  });

  it.each(['zh', 'en'] as const)('names whatever part of the set-up was changed (%s)', async (language) => {
    const say = await sentences(language);
    const changed = ['store', 'group', 'person', 'model', 'list_entry', 'token'];
    expect(changed.filter((subject) => !subjectKinds.includes(subject))).toEqual([]);
    for (const subject of changed) {
      expect(say(fact('set_up_changed', { action: 'created', name: 'X' }, subject))).not.toMatch(
        /[a-z]+_[a-z]+|“”/,
      );
    }
  });

  it('calls grades as the store does', async () => {
    const grade_labels = { N: null, H: '1', A: null, B: '温', C: null };
    const say = await sentences('zh', { ...me, stores: [{ ...store, grade_labels }] });
    expect(say(fact('card_regraded', { from: 'B', to: 'H', cause: 'said' }))).toBe(
      '陈伟 把潜客级别从 温 改为 1',
    );
    expect(say(fact('card_opened', { grade: 'A' }))).toBe('陈伟 开了潜客卡，级别 A');
    expect(say(fact('loss_asked', { grade: 'B' }))).toBe('陈伟 申请战败，当时级别 温');
  });

  it('says how an import ended', async () => {
    const say = await sentences('zh');
    expect(say(fact('import_finished', { created: 240, matched: 12, refused: 3 }))).toBe(
      '陈伟 导入来店登记：新增 240 批，原来就在 12 行，没有收 3 行',
    );
  });
});
