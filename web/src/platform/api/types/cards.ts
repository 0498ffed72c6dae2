import type { Schemas } from './shared';
import type { Visit } from './visits';

export type Card = Schemas['CardView'];
export type Grade = Card['grade'];
export type CardStanding = Card['standing'];
export type CardAction = Card['can'][number];
export type Sureness = NonNullable<Card['sureness']>;
export type CarCondition = NonNullable<Card['car_condition']>;
export type Payment = NonNullable<Card['payment']>;
export type CardEdit = Schemas['CardEdit'];
export type NewFollowUp = Schemas['NewFollowUp'];
export type FollowUpWay = NewFollowUp['way'];
export type Suggestion = Schemas['Suggestion'];
export type Step = Omit<Schemas['Step'], 'visit'> & { visit: Visit | null };
export type CardPage = Omit<Schemas['CardPage'], 'steps'> & { steps: Step[] };
export type DueList = Schemas['DueList'];
export type Order = Schemas['OrderView'];
export type NewOrder = Schemas['NewOrder'];
