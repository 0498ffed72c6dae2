import type { Visit } from '@platform/api/types';
import { expect, it } from 'vitest';
import { beginEditing, editBody, edited } from './editing';

const visit = {
  id: 'v1',
  version: 3,
  party_size: 2,
  purchase_when: 'date',
  purchase_day: '2026-04-01',
  model: { id: 'm1', name: '轩逸' },
  story: '看车',
} as Visit;

it('sends the whole record, without the version and with the model by id', () => {
  const body = editBody({ ...beginEditing(visit), story: '  ' });
  expect(body).toMatchObject({ party_size: 2, model_id: 'm1', story: null, purchase_day: '2026-04-01' });
  expect(body).not.toHaveProperty('version');
});

it('drops the purchase day when it no longer applies', () => {
  expect(editBody({ ...beginEditing(visit), purchase_when: 'this_month' }).purchase_day).toBeNull();
});

it('shows what the visit would become', () => {
  const after = edited(visit, { ...beginEditing(visit), party_size: 4, model: null });
  expect(after).toMatchObject({ id: 'v1', party_size: 4, model: null });
});
