import { expect, it } from 'vitest';
import { card } from '../../../testing/cards';
import { beginEditing, editBody, edited } from './editing';

it('says everything anew, and a day only together with its word', () => {
  const dated = card({ purchase_when: 'date', expected_on: '2026-03-09', colour: '白' });
  expect(editBody(beginEditing(dated))).toMatchObject({
    colour: '白',
    model_id: dated.model?.id,
    purchase_when: 'date',
    purchase_day: '2026-03-09',
    grade: null,
    grade_reason: null,
  });
  expect(editBody({ ...beginEditing(dated), purchase_when: 'this_week' }).purchase_day).toBeNull();
  expect(editBody(beginEditing(card()))).toMatchObject({ purchase_when: 'this_month', purchase_day: null });
  expect(editBody(beginEditing(card()))).not.toHaveProperty('version');
});

it('sends a reason only together with a grade', () => {
  const editing = { ...beginEditing(card()), grade_reason: ' 老板说马上买 ' };
  expect(editBody(editing)).toMatchObject({ grade: null, grade_reason: null });
  expect(editBody({ ...editing, grade: 'H' })).toMatchObject({ grade: 'H', grade_reason: '老板说马上买' });
});

it('is compared as it would be', () => {
  const editing = { ...beginEditing(card()), colour: '红 ', purchase_when: 'next_month' as const };
  expect(edited(card(), editing)).toMatchObject({
    colour: '红',
    purchase_when: 'next_month',
    expected_on: null,
  });
  expect(edited(card(), beginEditing(card())).expected_on).toBe('2026-03-31');
});
