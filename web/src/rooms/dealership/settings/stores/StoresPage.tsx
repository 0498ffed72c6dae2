import { ActionIcon, Button, Switch } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import type { Store } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { newId } from '@platform/id';
import { useStore } from '@platform/session/session';
import { PageTitle } from '@platform/show/PageTitle';
import { QueryView } from '@platform/show/QueryView';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGroups, useStores } from '../queries';
import { SettingsFrame } from '../shared/SettingsFrame';
import classes from '../shared/settings.module.css';
import type { Group } from '../types';
import { newStore, type GroupValue, type StoreValue } from './api';
import { GroupDrawer } from './GroupDrawer';
import { countryName } from './places';
import { StoreDrawer } from './StoreDrawer';
import own from './stores.module.css';
import { useWeekdays } from './useWeekdays';

export default function StoresPage() {
  const { t } = useTranslation('dealership/settings');
  const current = useStore();
  const stores = useStores();
  const groups = useGroups();
  const [retiredToo, setRetiredToo] = useState(false);
  const [store, setStore] = useState<Store | StoreValue | null>(null);
  const [group, setGroup] = useState<Group | GroupValue | null>(null);
  const someRetired = stores.data?.some(({ retired }) => retired);

  return (
    <SettingsFrame>
      <PageTitle title={t('nav.stores')}>
        <Button variant="default" onClick={() => setGroup({ id: newId(), name: '' })}>
          {t('groups.add')}
        </Button>
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setStore(newStore(newId(), current))}
        >
          {t('stores.add')}
        </Button>
      </PageTitle>
      {someRetired && (
        <div className={classes.tools}>
          <Switch
            label={t('retired.show')}
            checked={retiredToo}
            onChange={(event) => setRetiredToo(event.currentTarget.checked)}
          />
        </div>
      )}
      <QueryView query={groups}>
        {(all) => (
          <QueryView query={stores}>
            {(items) =>
              all.map((each) => (
                <GroupSection
                  key={each.id}
                  group={each}
                  stores={items.filter((of) => of.group_id === each.id && (retiredToo || !of.retired))}
                  rename={() => setGroup(each)}
                  open={setStore}
                />
              ))
            }
          </QueryView>
        )}
      </QueryView>
      {store && <StoreDrawer key={store.id} store={store} close={() => setStore(null)} />}
      {group && <GroupDrawer key={group.id} group={group} close={() => setGroup(null)} />}
    </SettingsFrame>
  );
}

type SectionProps = { group: Group; stores: Store[]; rename: () => void; open: (store: Store) => void };

function GroupSection({ group, stores, rename, open }: SectionProps) {
  const { t } = useTranslation('dealership/settings');
  return (
    <section className={own.group}>
      <div className={own.groupHead}>
        <h2>{group.name}</h2>
        <ActionIcon aria-label={t('groups.rename', { name: group.name })} onClick={rename}>
          <IconPencil size={17} stroke={1.6} />
        </ActionIcon>
      </div>
      {stores.length === 0 ? (
        <p className="quiet">{t('groups.empty')}</p>
      ) : (
        <ul className={classes.list}>
          {stores.map((store) => (
            <StoreRow key={store.id} store={store} open={() => open(store)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function StoreRow({ store, open }: { store: Store; open: () => void }) {
  const { t } = useTranslation('dealership/settings');
  const { language } = useFormat();
  const { week } = useWeekdays();
  return (
    <li className={classes.row} data-retired={store.retired || undefined}>
      <div>
        <button type="button" className={classes.open} onClick={open}>
          {store.name}
        </button>
        <div className={`quiet ${classes.small}`}>{store.code}</div>
      </div>
      <div className={classes.small}>{week(store.opening_hours)}</div>
      <div className={`quiet ${classes.small} ${classes.end}`}>
        {store.retired ? t('retired.is') : `${countryName(store.country, language)} · ${store.currency}`}
      </div>
    </li>
  );
}
