import type { Schemas } from './shared';
import type { Visit } from './visits';

export type KnownCustomer = Schemas['Known'];
export type Sex = NonNullable<Schemas['CustomerPage']['sex']>;
export type Purpose = Schemas['ConsentRecord']['purpose'];
export type CustomerRow = Schemas['CustomerRow'];
export type Grade = Schemas['Card']['grade'];
export type Card = Schemas['Card'];
export type Consent = Schemas['ConsentRecord'];
export type Customer = Omit<Schemas['CustomerPage'], 'visits'> & { visits: Visit[] };
export type Found = Schemas['Hit'];
