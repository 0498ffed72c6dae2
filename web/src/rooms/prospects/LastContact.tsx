import type { Card } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { useStoreById } from '@platform/session/session';
import { useTranslation } from 'react-i18next';

/** When they were spoken with last, and how often they were missed since. */
export function LastContact({ card }: { card: Card }) {
  const { t } = useTranslation('prospects');
  const format = useFormat(useStoreById(card.store_id));
  const { reached_at, tries } = card;
  return (
    <>
      {reached_at ? t('reached_on', { day: format.shortDay(format.dayOf(reached_at)) }) : t('never_reached')}
      {tries > 0 && (
        <>
          {' · '}
          <span className={tries > 2 ? 'due' : undefined}>{t('tries', { count: tries })}</span>
        </>
      )}
    </>
  );
}
