import type { Card } from './cards';
import type { Schemas } from './shared';
import type { Visit } from './visits';

export type KnownCustomer = Schemas['Known'];
export type Sex = NonNullable<Schemas['CustomerPage']['sex']>;
export type Purpose = Schemas['ConsentRecord']['purpose'];
export type CustomerRow = Schemas['CustomerRow'];
export type Consent = Schemas['ConsentRecord'];
export type Customer = Omit<Schemas['CustomerPage'], 'visits' | 'card'> & {
  visits: Visit[];
  card: Card | null;
};
export type LookAlike = Schemas['LookAlikeView'];
export type Found = Schemas['Hit'];
