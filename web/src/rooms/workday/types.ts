import type { Schemas } from '@platform/api/types';

export type Truth = Schemas['Truth'];
export type Finding = Schemas['Finding'];
export type FindingRow = Schemas['FindingRow'];
export type Kind = Finding['kind'];
export type StoreTruth = Schemas['StoreTruth'];
export type Workload = Schemas['Workload'];
export type PersonLoad = Schemas['PersonLoad'];
export type Overload = Schemas['Overload'];
export type OverloadAhead = Schemas['OverloadAhead'];
export type Hours = Schemas['Hours'];
export type PersonHours = Schemas['PersonHours'];
export type CardHolder = Schemas['CardHolder'];
export type NewReassignment = Schemas['NewReassignment'];
