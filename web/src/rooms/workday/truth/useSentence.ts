import { useFormat } from '@platform/format/useFormat';
import { gradeLabels } from '@platform/session/gradeLabels';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../types';
import type { Store } from '@platform/api/types';

/** What was seen, and a question: never what it means about somebody. */
export function useSentence(store: Store) {
  const { t } = useTranslation('workday/truth');
  const format = useFormat(store);
  const labels = gradeLabels(store);
  return (finding: Finding): string[] => {
    const { rows, days, after_minutes } = finding;
    const last = rows.at(-1);
    const said = last?.said ?? t('nothing_said');
    switch (finding.kind) {
      case 'burst':
        return [
          t('says.burst', {
            ...{ count: rows.length, customers: finding.customers, minutes: finding.minutes },
            time: format.time(finding.first_at),
          }),
          ...(finding.sent_later > 0 ? [t('says.sent_later', { count: finding.sent_later })] : []),
        ];
      case 'unreached':
        return [
          t('says.unreached', { count: rows.length, days: days ?? 0 }),
          ...(last && last.grade === rows[0]?.grade
            ? [t('says.same_grade', { grade: labels[last.grade] })]
            : []),
        ];
      case 'unsaid':
        return [t('says.unsaid', { said })];
      case 'unworked':
        return [
          ...(finding.soon ? [t('says.soon', { count: after_minutes ?? 0 })] : []),
          ...(finding.few ? [t('says.few', { count: rows.length })] : []),
          t('says.why', { said }),
        ];
    }
  };
}
