import type { Grade, Store } from '../api/types';
import { useStoreById } from './session';

const codes: Grade[] = ['N', 'H', 'A', 'B', 'C'];

/**
 * What people of the store call each grade: wherever a grade is read, it is this. Codes stay what the server and
 * addresses speak. Sentences take them by the code, as {{H}}.
 */
export function gradeLabels({ grade_labels }: LabelledStore): Record<Grade, string> {
  return Object.fromEntries(codes.map((code) => [code, grade_labels?.[code] ?? code])) as Record<
    Grade,
    string
  >;
}

/** A session that an older version of the app has kept knows no labels. */
type LabelledStore = { grade_labels?: Store['grade_labels'] };

/** Of the store that a card belongs to; of the one chosen in the header when none is named. */
export const useGradeLabels = (storeId = '') => gradeLabels(useStoreById(storeId));
