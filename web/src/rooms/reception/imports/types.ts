import type { Name } from '@platform/api/types';

export type ImportState = 'mapping' | 'trying' | 'tried' | 'running' | 'done' | 'failed';

export type Import = {
  id: string;
  store_id: string;
  file_name: string;
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

export const fieldGroups = {
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

export type FieldGroup = keyof typeof fieldGroups;
export type Field = (typeof fieldGroups)[FieldGroup][number];

export const works = (state: ImportState) => state === 'trying' || state === 'running';
