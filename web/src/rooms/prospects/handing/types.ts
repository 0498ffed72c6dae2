import type { Schemas } from '@platform/api/types';

export type CardHolder = Schemas['CardHolder'];
export type Bucket = CardHolder['buckets'][number]['bucket'];
export type NewReassignment = Schemas['NewReassignment'];
export type Reassignment = Schemas['ReassignmentView'];
export type Reason = NewReassignment['reason'];
