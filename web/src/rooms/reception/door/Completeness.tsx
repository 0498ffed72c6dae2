import { shareOf } from '@platform/format/share';
import { useTranslation } from 'react-i18next';

/** How much of what the door counted stands in the log. A thin log shows here first. */
export function Completeness({ logged, counted }: { logged: number; counted: number }) {
  const { t } = useTranslation('reception');
  if (counted === 0) return <p className="quiet">{t('completeness.uncounted')}</p>;
  const share = shareOf(logged, counted);
  return (
    <p>
      {t('completeness.text', { logged, counted })}{' '}
      {share.percent === null ? (
        <span className="quiet">· {t('figures.too_few', { count: share.missing })}</span>
      ) : (
        <strong>{share.percent}%</strong>
      )}
    </p>
  );
}
