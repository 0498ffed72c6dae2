import type { Right } from '@platform/api/types';

export type Section = { path: string; right: Right | Right[]; label: string };

/** The pages of the settings, each for those who may change what stands there. */
export const sections: Section[] = [
  { path: '/settings/people', right: 'people.edit', label: 'nav.people' },
  { path: '/settings/stores', right: 'stores.edit', label: 'nav.stores' },
  { path: '/settings/models', right: 'models.edit', label: 'nav.models' },
  { path: '/settings/channels', right: 'lists.edit', label: 'nav.channels' },
  { path: '/settings/reasons', right: 'lists.edit', label: 'nav.reasons' },
  { path: '/settings/rules', right: ['prospects.manage', 'stores.edit'], label: 'nav.rules' },
  { path: '/settings/test-cars', right: ['prospects.manage', 'stores.edit'], label: 'nav.test_cars' },
  { path: '/settings/leads', right: ['prospects.manage', 'stores.edit'], label: 'nav.leads' },
  {
    path: '/settings/days-off',
    right: ['prospects.manage', 'people.edit'],
    label: 'nav.days_off',
  },
  { path: '/settings/sensors', right: 'tokens.edit', label: 'nav.sensors' },
  { path: '/settings/audit', right: 'audit.read', label: 'nav.audit' },
];

/** Whoever has the right, or any of several. */
export const opens = ({ right }: Section, can: (...anyOf: Right[]) => boolean) => can(...[right].flat());
