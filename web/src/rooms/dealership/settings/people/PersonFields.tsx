import { MultiSelect, Select, TextInput } from '@mantine/core';
import type { Store } from '@platform/api/types';
import { Choices, Toggles } from '@platform/form/Choices';
import { useTranslation } from 'react-i18next';
import { useGroups, useStores } from '../queries';
import classes from '../shared/settings.module.css';
import { roles } from '../types';
import type { PersonValue } from './api';

export const personPointers = ['/name', '/login', '/roles', '/store_ids', '/group_id', '/phone'];

const inSight = 10;

type Props = {
  value: PersonValue;
  change: (patch: Partial<PersonValue>) => void;
  errorAt: (pointer: string) => string | undefined;
};

export function PersonFields({ value, change, errorAt }: Props) {
  const { t } = useTranslation('dealership/settings');
  return (
    <>
      <TextInput
        label={t('field.name')}
        autoComplete="off"
        value={value.name}
        error={errorAt('/name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('field.login')}
        description={t('people.login_hint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={value.login}
        error={errorAt('/login')}
        onChange={(event) => change({ login: event.currentTarget.value })}
      />
      <TextInput
        label={t('field.phone')}
        type="tel"
        autoComplete="off"
        value={value.phone ?? ''}
        error={errorAt('/phone')}
        onChange={(event) => change({ phone: event.currentTarget.value || null })}
      />
      <Toggles
        label={t('field.roles')}
        options={roles.map((role) => ({ value: role, label: t(`platform:roles.${role}`) }))}
        chosen={value.roles}
        onChange={(chosen) => change({ roles: chosen })}
        error={errorAt('/roles')}
      />
      <WhereFields value={value} change={change} errorAt={errorAt} />
    </>
  );
}

function WhereFields({ value, change, errorAt }: Props) {
  const { t } = useTranslation('dealership/settings');
  const groups = useGroups();
  const stores = useStores();
  const first = groups.data?.[0]?.id ?? null;
  const open = stores.data?.filter((store) => !store.retired || value.store_ids.includes(store.id)) ?? [];
  return (
    <>
      <Choices
        label={t('field.where')}
        options={[
          { value: 'stores', label: t('people.some_stores') },
          { value: 'group', label: t('people.all_stores') },
        ]}
        value={value.group_id ? 'group' : 'stores'}
        onChange={(scope) => change({ group_id: scope === 'group' ? first : null })}
      />
      {value.group_id ? (
        <Select
          label={t('field.group')}
          description={t('people.all_stores_hint')}
          data={groups.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          allowDeselect={false}
          value={value.group_id}
          error={errorAt('/group_id')}
          onChange={(group_id) => change({ group_id })}
        />
      ) : (
        <StoreChoice stores={open} value={value} change={change} errorAt={errorAt} />
      )}
      {value.roles.includes('administrator') && <p className={classes.hint}>{t('people.admin_hint')}</p>}
    </>
  );
}

/** A few stores are seen at once; of many, one is found by typing. */
function StoreChoice({ stores, value, change, errorAt }: Props & { stores: Store[] }) {
  const { t } = useTranslation('dealership/settings');
  const shared = {
    label: t('field.stores'),
    error: errorAt('/store_ids'),
    onChange: (store_ids: string[]) => change({ store_ids }),
  };
  const options = stores.map(({ id, name }) => ({ value: id, label: name }));
  if (stores.length <= inSight) return <Toggles {...shared} options={options} chosen={value.store_ids} />;
  return (
    <MultiSelect
      {...shared}
      placeholder={value.store_ids.length === 0 ? t('people.choose_stores') : undefined}
      classNames={{ pill: classes.pill }}
      data={options}
      searchable
      value={value.store_ids}
    />
  );
}
