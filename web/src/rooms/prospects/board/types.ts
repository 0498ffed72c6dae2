import type { Schemas } from '@platform/api/types';

export type Board = Schemas['Board'];
export type BoardPerson = Schemas['BoardPerson'];
export type BoardCounts = Schemas['BoardCounts'];
export type AskedLoss = Schemas['AskedLoss'];
export type PromisedDelivery = Schemas['PromisedDelivery'];

/** What of the open cards is counted: all of them, or those with which something is the matter. */
export type Measure = keyof BoardCounts;
export type Attention = Exclude<Measure, 'open'>;
