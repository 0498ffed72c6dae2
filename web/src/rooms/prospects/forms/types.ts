import type { Schemas } from '@platform/api/types';

export type MonthForm = Schemas['MonthForm'];
export type FormRow = Schemas['FormRow'];
export type FormDay = Schemas['FormDay'];
export type DayForm = Schemas['DayForm'];
export type DayLine = Schemas['DayLine'];
export type Source = Schemas['FormRow']['source'];
