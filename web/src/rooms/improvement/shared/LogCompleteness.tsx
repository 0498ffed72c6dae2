import { useCan } from '@platform/session/session';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Completeness } from '../types';
import { percent } from './percent';

/** A rate can be no better than the log it comes from: this stands beside every one. */
export function LogCompleteness({ of: { logged, counted, share } }: { of: Completeness }) {
  const { t } = useTranslation('improvement');
  const can = useCan();
  const text =
    share === null
      ? t('completeness.uncounted')
      : t('completeness.told', { logged, counted, percent: percent(share) });
  return (
    <>
      {text} {can('doors.read') && <Link to="/door-counts">{t('completeness.link')}</Link>}
    </>
  );
}
