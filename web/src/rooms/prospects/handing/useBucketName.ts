import { useGradeLabels } from '@platform/session/gradeLabels';
import { useTranslation } from 'react-i18next';
import type { Bucket } from './types';

/** What a kind of cards is called in a few characters: by its grade, or that they have ordered. */
export function useBucketName(): (bucket: Bucket) => string {
  const { t } = useTranslation('prospects/handing');
  const labels = useGradeLabels();
  return (bucket) => (bucket === 'ordered' ? t('ordered') : labels[bucket]);
}
