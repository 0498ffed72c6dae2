import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';
import type { Hours } from './api';
import { runs } from './hours';

/** 1 January 2024 was a Monday. */
const example = (weekday: number) => `2024-01-0${weekday}`;

export function useWeekdays() {
  const { t } = useTranslation('dealership/settings');
  const format = useFormat();
  const name = (weekday: number) => format.weekday(example(weekday));
  const short = (weekday: number) =>
    new Intl.DateTimeFormat(format.language === 'zh' ? 'zh-CN' : 'en-GB', {
      weekday: 'short',
      timeZone: 'UTC',
    }).format(new Date(`${example(weekday)}T00:00:00Z`));
  /** "周一至周五 09:00–18:00，周六 10:00–16:00" */
  const week = (hours: Hours[]) =>
    runs(hours)
      .map(({ from, to, opens, closes }) => {
        const days = from === to ? short(from) : t('stores.days', { from: short(from), to: short(to) });
        return `${days} ${opens}–${closes}`;
      })
      .join(format.language === 'zh' ? '，' : ', ') || t('stores.never_open');
  return { name, week };
}
