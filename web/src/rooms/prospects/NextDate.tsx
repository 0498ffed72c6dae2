import type { Card } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useStoreById } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { daysBetween, toneOf, type Next } from './next';

const colours = { overdue: 'overdue', due: 'due', later: undefined };

/** When they are to be followed up: 逾期 3 天, 今天 15:30, 11月28日 周五. */
export function NextDate({ card, next }: { card: Card; next: Next }) {
  const { t } = useTranslation('prospects');
  const format = useFormat(useStoreById(card.store_id));
  const now = useNow();
  const today = format.dayOf(now);
  const tone = toneOf(next, today, now);
  const late = daysBetween(next.on, today);
  const timed = next.timed || (tone === 'overdue' && late === 0);
  const time = timed ? format.time(next.at) : null;
  const day = next.on === today ? t('today') : format.shortDay(next.on, tone === 'later');
  const passed = tone === 'overdue' && (late > 0 ? t('overdue_days', { count: late }) : t('time_passed'));
  return (
    <span className={colours[tone]} data-tone={tone}>
      {passed && <strong>{passed} · </strong>}
      {[day, time].filter(Boolean).join(' ')}
    </span>
  );
}
