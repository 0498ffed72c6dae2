import type { Schemas } from '@platform/api/types';

export type RulesPage = Schemas['RulesPage'];
export type DatedRules = Schemas['RulesView'];
export type Rules = Schemas['RulesInput'];
export type Field = keyof Rules;
