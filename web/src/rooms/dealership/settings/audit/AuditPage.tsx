import { SegmentedControl, Select } from '@mantine/core';
import { get, inStore } from '@platform/api/client';
import type { Items, Page, StaffMember } from '@platform/api/types';
import { AsyncPicker, type Choice } from '@platform/picker/AsyncPicker';
import { useCan, useStore } from '@platform/session/session';
import { PageTitle } from '@platform/show/PageTitle';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsFrame } from '../shared/SettingsFrame';
import shared from '../shared/settings.module.css';
import type { Person } from '../types';
import classes from './audit.module.css';
import { FactList } from './FactList';
import { setUpKinds, storeKinds } from './kinds';

type Log = 'store' | 'set_up';

export default function AuditPage() {
  const { t } = useTranslation('dealership/settings/audit');
  const store = useStore();
  const seesSetUp = useCan()('people.edit');
  const [log, setLog] = useState<Log>('store');
  const [person, setPerson] = useState<Choice | null>(null);
  const [kind, setKind] = useState<string | null>(null);
  const kinds = log === 'store' ? storeKinds : setUpKinds;

  const askPeople = async (q: string, signal: AbortSignal): Promise<Choice[]> => {
    // Whoever may not see all people still sees who works in this store.
    const found = seesSetUp
      ? await get<Page<Person>>('/people', { q, limit: 20 }, signal)
      : await get<Items<StaffMember>>(`${inStore(store.id)}/staff`, { q }, signal);
    return found.items.map(({ id, name }) => ({ id, label: name }));
  };

  return (
    <SettingsFrame>
      <PageTitle title={t('title')} note={log === 'store' ? store.name : t('set_up_note')} />
      <p className={shared.intro}>{t('intro')}</p>
      {seesSetUp && (
        <div className={shared.tools}>
          <SegmentedControl
            aria-label={t('which')}
            data={[
              { value: 'store', label: t('of_store') },
              { value: 'set_up', label: t('of_set_up') },
            ]}
            value={log}
            onChange={(value) => {
              setLog(value as Log);
              setKind(null);
            }}
          />
        </div>
      )}
      <div className={classes.filters}>
        <AsyncPicker
          label={t('by')}
          placeholder={t('by_anybody')}
          name={`audit-people.${store.id}.${seesSetUp}`}
          ask={askPeople}
          value={person}
          onChange={setPerson}
        />
        <Select
          label={t('what')}
          placeholder={t('what_any')}
          clearable
          data={kinds.map(({ group, kinds: of }) => ({
            group: t(`group.${group}`),
            items: of.map((each) => ({ value: each, label: t(`kind.${each}`) })),
          }))}
          value={kind}
          onChange={setKind}
        />
      </div>
      <FactList
        key={log}
        path={log === 'store' ? `${inStore(store.id)}/facts` : '/facts'}
        storeId={store.id}
        actorId={person?.id ?? null}
        kind={kind}
      />
    </SettingsFrame>
  );
}
