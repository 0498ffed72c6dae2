import { get } from '@platform/api/client';
import type { Items } from '@platform/api/types';
import { useMe, useStore } from '@platform/session/session';
import { QueryView } from '@platform/show/QueryView';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { StoreTruth } from '../types';
import classes from '../workday.module.css';
import type { Asked } from './asking';
import { CountTable } from './CountTable';

/** For those who see more than one store of the group: the same days and thresholds in each, and the way there. */
export function Stores({ asked }: { asked: Asked }) {
  const { t } = useTranslation('workday/truth');
  const { group_id } = useStore();
  const siblings = useMe().stores.filter((store) => store.group_id === group_id);
  const several = siblings.length > 1;
  const stores = useQuery({
    queryKey: ['truth', group_id, 'stores', asked],
    queryFn: ({ signal }) => get<Items<StoreTruth>>(`/groups/${group_id}/truth`, asked, signal),
    enabled: several,
  });
  if (!several) return null;
  return (
    <section className={classes.panel} aria-label={t('stores')}>
      <div className={classes.head}>
        <h2>{t('stores')}</h2>
      </div>
      <QueryView query={stores}>{({ items }) => <Table stores={items} />}</QueryView>
    </section>
  );
}

function Table({ stores }: { stores: StoreTruth[] }) {
  const { t } = useTranslation('workday/truth');
  const [query] = useSearchParams();
  const addressOf = (id: string) => {
    const next = new URLSearchParams(query);
    next.set('store', id);
    next.delete('list');
    return { search: next.toString() };
  };
  return (
    <CountTable
      label={t('stores')}
      of={t('store')}
      rows={stores.map(({ store_id, store_name, follow_ups, reached, findings }) => ({
        key: store_id,
        head: <Link to={addressOf(store_id)}>{store_name}</Link>,
        follow_ups,
        reached,
        count: (kind) => findings[kind],
      }))}
    />
  );
}
