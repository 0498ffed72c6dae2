import type { Schemas } from '@platform/api/types';

export type ListFilter = Schemas['ListFilter'];
export type StageColumn = Schemas['Column'];
export type Stage = StageColumn['stage'];
