import { inStore } from '@platform/api/client';
import type { Fact, Visit } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { PagedList } from '@platform/list/PagedList';
import { usePages } from '@platform/list/usePages';
import { Section } from '@platform/show/Section';
import { useTranslation } from 'react-i18next';
import classes from './visit.module.css';

/** Who did what to this visit, and when: the fact log is the audit trail. */
export function History({ visit }: { visit: Visit }) {
  const { t } = useTranslation('reception');
  const format = useFormat();
  const facts = usePages<Fact>(['facts', visit.store_id], `${inStore(visit.store_id)}/facts`, {
    subject_id: visit.id,
    limit: 20,
  });
  return (
    <Section title={t('history.title')}>
      <PagedList pages={facts} empty={<p className="quiet">{t('history.empty')}</p>}>
        {(items) => (
          <ul className={classes.history}>
            {items.map((fact) => (
              <li key={fact.id}>
                <span className="quiet numbers">{format.dayTime(fact.at)}</span>
                <span>
                  {t(`fact.${fact.kind}`, { defaultValue: fact.kind })}
                  {fact.actor && <span className="quiet"> · {fact.actor.name}</span>}
                </span>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Section>
  );
}
