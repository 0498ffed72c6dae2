import { Button } from '@mantine/core';
import { Choices } from '@platform/form/Choices';
import { PagedList } from '@platform/list/PagedList';
import { useCan, useStore } from '@platform/session/session';
import { EmptyPanel } from '@platform/show/EmptyPanel';
import { PageTitle } from '@platform/show/PageTitle';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { states, useLeads, useSummary, type LeadState } from './api';
import { LeadDrawer } from './LeadDrawer';
import { LeadRow } from './LeadRow';
import classes from './leads.module.css';
import { Summary } from './Summary';

/** Who wrote before they came, and how soon somebody answered. */
export default function LeadsPage() {
  const { t } = useTranslation('prospects/leads');
  const store = useStore();
  const can = useCan();
  const seesAll = can('prospects.read');
  const [query, setQuery] = useSearchParams();
  const state = states.find((each) => each === query.get('state')) ?? null;
  const set = (name: string, value: string | null) =>
    setQuery(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        return now;
      },
      { replace: true, preventScrollReset: true },
    );
  const leads = useLeads(store.id, state);
  const summary = useSummary(store.id);
  const counted = (each: LeadState) => summary.data?.[each] || undefined;
  return (
    <>
      <PageTitle title={t(seesAll ? 'title' : 'title_own')} note={store.name}>
        {can('prospects.manage', 'stores.edit') && (
          <Button component={Link} to="/settings/leads" variant="subtle">
            {t('to_rules')}
          </Button>
        )}
      </PageTitle>
      {summary.data && <Summary summary={summary.data} />}
      <div className={classes.filter}>
        <Choices<LeadState | 'all'>
          label={t('state_label')}
          hideLabel
          options={[
            { value: 'all', label: t('all') },
            ...states.map((each) => ({
              value: each,
              label: t(`state.${each}`),
              note: counted(each) === undefined ? undefined : String(counted(each)),
            })),
          ]}
          value={state ?? 'all'}
          onChange={(next) => set('state', next === 'all' ? null : next)}
        />
      </div>
      <PagedList pages={leads} empty={<Nothing filtered={state !== null} />}>
        {(items) => (
          <div className={classes.list}>
            {items.map((lead) => (
              <LeadRow key={lead.id} lead={lead} storeId={store.id} onOpen={() => set('lead', lead.id)} />
            ))}
          </div>
        )}
      </PagedList>
      <LeadDrawer storeId={store.id} id={query.get('lead')} onClose={() => set('lead', null)} />
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('prospects/leads');
  if (filtered) return <EmptyPanel title={t('empty_filtered')} text={t('empty_filtered_text')} />;
  return <EmptyPanel title={t('empty')} text={t('empty_text')} />;
}
