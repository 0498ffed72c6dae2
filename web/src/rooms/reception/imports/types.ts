import type { Name } from '@platform/api/types';

export type ImportState = 'mapping' | 'trying' | 'tried' | 'running' | 'done' | 'failed';

/** What the rows of a file are: visits of an old log, or prospects who are being followed up. */
export type Kind = 'visits' | 'prospects';

export type Import = {
  id: string;
  store_id: string;
  file_name: string;
  kind: Kind;
  state: ImportState;
  format: { xlsx: boolean; encoding: string | null; delimiter: string | null };
  headers: string[];
  /** The first rows of the file as they stand there. */
  preview: string[][];
  /** What each column means; null: left out. */
  columns: (Field | null)[];
  default_year: number | null;
  rows_total: number;
  rows_done: number;
  created: number;
  matched: number;
  refused: number;
  /** Of the visits brought or found. */
  first_day: string | null;
  last_day: string | null;
  error: string | null;
  created_at: string;
  created_by: Name | null;
  version: number;
};

export type Result = 'create' | 'match' | 'refuse';

export type ImportRow = {
  number: number;
  result: Result;
  code: string | null;
  detail: string | null;
  cells: string[];
};

const visitGroups = {
  visit: [
    'arrived_on',
    'arrived_time',
    'arrived_at',
    'left_time',
    'way',
    'occasion',
    'party_size',
    'appointed_at',
    'transport',
    'salesperson',
    'channel',
  ],
  customer: ['customer_name', 'sex', 'phone', 'wechat', 'plate'],
  wish: [
    ...(['model', 'colour', 'price', 'purchase_day', 'grade', 'current_car', 'competing_model'] as const),
    ...(['test_drive', 'quote', 'trade_in', 'questionnaire'] as const),
  ],
  outcome: ['reason', 'exclusion', 'asks', 'second_face', 'story'],
} as const;

const prospectGroups = {
  customer: ['customer_name', 'sex', 'phone', 'wechat', 'email', 'plate'],
  wish: [...(['model', 'colour', 'price', 'purchase_day', 'grade', 'competing_model', 'trade_in'] as const)],
  following: ['salesperson', 'channel', 'registered_on', 'last_contact_on', 'next_on', 'story'],
} as const;

export type FieldGroup = keyof typeof visitGroups | keyof typeof prospectGroups;
export type Field =
  | (typeof visitGroups)[keyof typeof visitGroups][number]
  | (typeof prospectGroups)[keyof typeof prospectGroups][number];

/** The fields that the rows of a kind have, in groups. */
export const fieldGroups: Record<Kind, [FieldGroup, readonly Field[]][]> = {
  visits: Object.entries(visitGroups) as [FieldGroup, readonly Field[]][],
  prospects: Object.entries(prospectGroups) as [FieldGroup, readonly Field[]][],
};

/** Of each of these, one column at least must be there. */
export const needed: Record<Kind, readonly (readonly Field[])[]> = {
  visits: [['arrived_on', 'arrived_at']],
  prospects: [['customer_name'], ['phone', 'wechat', 'email']],
};

export const works = (state: ImportState) => state === 'trying' || state === 'running';
