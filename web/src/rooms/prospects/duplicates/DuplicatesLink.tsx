import { useStore } from '@platform/session/session';
import { Section } from '@platform/show/Section';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDuplicateCount } from './api';

/** How many customers may be on file twice: a part of the manager's morning. */
export function DuplicatesLink() {
  const { t } = useTranslation('prospects/duplicates');
  const count = useDuplicateCount(useStore().id).data;
  if (count === undefined) return null;
  return (
    <Section title={t('title')} count={count || undefined}>
      {count === 0 && <p className="quiet">{t('none_today')}</p>}
      <Link to="/duplicates">{t(count > 0 ? 'to_pairs' : 'to_merges')}</Link>
    </Section>
  );
}
