/** What the server tells about first visits: counts first, and never a rate without them. */
import type { Name } from '@platform/api/types';

export type State = 'filed' | 'unfiled' | 'open';
export type Verdict = 'rose' | 'fell' | 'no_difference' | 'too_few';

export type Rate = {
  filed: number;
  unfiled: number;
  open: number;
  rate: number | null;
  low: number;
  high: number;
};
export type Completeness = { logged: number; counted: number; share: number | null };
export type Comparison = { difference: number; low: number; high: number; verdict: Verdict; needed: number };

export type Figure = {
  visit_id: string;
  store_id: string;
  arrived_at: string;
  state: State;
  reason_code: string | null;
  salesperson: Name | null;
  model: Name | null;
  channel_code: string | null;
  minutes: number | null;
  story: string | null;
};
export type FigureGroup = { state: State; cause: string | null; count: number };
export type Hundred = {
  now: string;
  month: string | null;
  figures: Figure[];
  groups: FigureGroup[];
  rate: Rate;
  before: Rate | null;
  comparison: Comparison | null;
  completeness: Completeness;
  thinner: boolean;
};

export type MonthPoint = {
  month: string;
  filing: Rate;
  rate: number | null;
  low: number | null;
  high: number | null;
  outside: boolean;
  in_run: boolean;
  completeness: Completeness;
  thinner: boolean;
};
export type MonthChart = {
  centre: number | null;
  widened: boolean;
  sigma_z: number;
  points: MonthPoint[];
  overall: Rate;
  completeness: Completeness;
};

export type ReasonShare = { code: string; count: number; share: number; cumulative: number; vital: boolean };
export type CauseShare = ReasonShare & { reasons: ReasonShare[] };
export type Causes = {
  unfiled: number;
  causes: CauseShare[];
  unknown_share: number;
  unknown_alarm: boolean;
};

export type GroupPoint = {
  value: string;
  name: string | null;
  filed: number;
  unfiled: number;
  open: number;
  rate: number | null;
  low: number | null;
  high: number | null;
  funnel_low: number;
  funnel_high: number;
  funnel_lowest: number;
  funnel_highest: number;
  beyond: boolean;
  shrunken: number | null;
  more_visits: number;
};
export type Groups = { by: string; rates: boolean; overall: number | null; groups: GroupPoint[] };
export type StoreMonths = { store_id: string; name: string; points: MonthPoint[] };

export type Contrast = {
  by: string;
  value: string;
  name: string | null;
  unfiled: number;
  of: number;
  rest_unfiled: number;
  rest_of: number;
  difference: number;
  low: number;
  high: number;
  p: number;
};
export type TooSmall = { by: string; value: string; name: string | null; of: number; more_visits: number };
export type Differences = { looked_at: number; found: Contrast[]; too_small: TooSmall[] };
