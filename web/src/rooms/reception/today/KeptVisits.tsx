import { useMe } from '@platform/session/session';
import { Section } from '@platform/show/Section';
import { useTranslation } from 'react-i18next';
import { keptVisits } from '../visit/kept';
import { VisitRow } from '../visits/VisitRow';
import rows from '../visits/visits.module.css';

/** Without a network: the visits that somebody has begun to write about on this device. */
export function KeptVisits() {
  const { t } = useTranslation('reception');
  const me = useMe();
  const visits = keptVisits(me.id);
  if (visits.length === 0) return null;
  return (
    <Section title={t('today.kept')} count={visits.length} note={t('today.kept_note')}>
      <div className={rows.list}>
        {visits.map((visit) => (
          <VisitRow key={visit.id} visit={visit} dated />
        ))}
      </div>
    </Section>
  );
}
