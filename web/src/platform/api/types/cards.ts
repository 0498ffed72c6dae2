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
export type PartyMember = Schemas['PartyMemberView'];
export type PartyRole = PartyMember['roles'][number];
export type NewPartyMember = Schemas['NewPartyMember'];
export type Notice = Schemas['NoticeView'];
export type DuplicateSide = Omit<Schemas['DuplicateSide'], 'card'> & { card: Card | null };
export type Duplicate = Omit<Schemas['DuplicateView'], 'first' | 'second'> &
  Record<'first' | 'second', DuplicateSide>;
export type Duplicates = Omit<Schemas['DuplicatePage'], 'items'> & { items: Duplicate[] };
export type Merge = Schemas['MergeView'];
