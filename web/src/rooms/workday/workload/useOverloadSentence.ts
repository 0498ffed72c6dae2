import type { Store } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';
import type { OverloadAhead } from '../types';

/** How much falls due for whom on which day, and what of it is too much. */
export function useOverloadSentence(store: Store) {
  const { t } = useTranslation('workday/workload');
  const format = useFormat(store);
  return ({ person, day, works, due, overdue, done, usual, too_many }: OverloadAhead) => {
    const about = { day: format.shortDay(day, true), name: person.name, count: due, usual, too_many };
    return [
      works ? t('says', about) : t('says_off', about),
      ...(overdue > 0 ? [t('says_overdue', { count: overdue })] : []),
      ...(done > 0 ? [t('says_done', { count: done })] : []),
    ].join(format.language === 'zh' ? '' : ' ');
  };
}
