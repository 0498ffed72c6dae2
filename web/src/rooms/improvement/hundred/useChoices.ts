import { useFormat } from '@platform/format/useFormat';
import { useCan } from '@platform/session/session';
import { useChannels, useModels, useSalespeople } from '../shared/api';
import type { Scope } from '../shared/scope';
import type { Figure } from '../types';

export type Choice = { value: string; label: string };

/** By what the hundred can be narrowed, by the names these have in the address; their own visits people see anyway. */
export function useChoices(scope: Scope, figures: Figure[]): [string, Choice[]][] {
  const format = useFormat(scope.store);
  const can = useCan();
  const people = usePeople(scope, figures);
  const channels = useChannels(scope.store.id).data ?? [];
  const models = useModels().data ?? [];
  return [
    ...(can('visits.read') ? [['person', people] as [string, Choice[]]] : []),
    ['channel', channels.map((each) => ({ value: each.code, label: format.label(each) }))],
    ['model', models.map(({ id, series, name }) => ({ value: id, label: `${series} ${name}` }))],
  ];
}

/** Of a group, those who received one of its hundred; a store knows its people. */
function usePeople(scope: Scope, figures: Figure[]) {
  const ofStore = scope.kind === 'store';
  const can = useCan();
  const staff = useSalespeople(scope.store.id, ofStore && can('visits.read'));
  const known = ofStore ? (staff.data ?? []) : figures.flatMap(({ salesperson }) => salesperson ?? []);
  return [...new Map(known.map(({ id, name }) => [id, { value: id, label: name }])).values()];
}
