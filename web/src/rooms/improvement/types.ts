/** What the server tells about first visits: counts first, and never a rate without them. */
import type { Schemas } from '@platform/api/types';

export type Figure = Schemas['Figure'];
export type State = Figure['state'];
/** What the tallies tell apart: those who were filed are one number there. */
export type Outcome = Extract<State, 'filed' | 'unfiled' | 'open'>;
export type FigureGroup = Schemas['FigureGroup'];
export type Hundred = Schemas['Hundred'];
export type Rate = Schemas['Rate'];
export type Completeness = Schemas['Completeness'];

export type Cohorts = Schemas['Cohorts'];
export type Cohort = Schemas['Cohort'];
export type CohortAge = Schemas['CohortAge'];

export type MonthChart = Schemas['MonthChart'];
export type MonthPoint = Schemas['MonthPoint'];
export type StoreMonths = Schemas['StoreMonths'];
export type StoresBehind = Schemas['StoresBehind'];
export type Causes = Schemas['Causes'];
export type Groups = Schemas['Groups'];
export type GroupPoint = Schemas['GroupPoint'];
export type Differences = Schemas['Differences'];
export type Contrast = Schemas['Contrast'];
