import { Select, Switch, TextInput } from '@mantine/core';
import { queryClient, sessionKey } from '@platform/api/queryClient';
import type { Store } from '@platform/api/types';
import { useFormat } from '@platform/format/useFormat';
import { say } from '@platform/show/toast';
import { useTranslation } from 'react-i18next';
import { useGroups } from '../queries';
import { EditDrawer } from '../shared/EditDrawer';
import { RecordForm } from '../shared/RecordForm';
import { addStore, saveStore, valueOf, type StoreValue } from './api';
import { codes, GradeLabelFields } from './GradeLabelFields';
import { HoursEditor } from './HoursEditor';
import { countries, countryName, currencies, currencyName, zoneName, zones } from './places';
import { useWeekdays } from './useWeekdays';

const shown = [
  ...['address', 'phone', ...codes.map((code) => `grade_labels/${code}`)],
  'group_id',
  'code',
  'name',
  'time_zone',
  'currency',
  'country',
  'opening_hours',
  'retired',
].map((field) => `/${field}`);

/** "H 1 · A 2": those that have a name of their own. */
const shownLabels = ({ grade_labels }: StoreValue) =>
  codes.flatMap((code) => (grade_labels[code] ? `${code} ${grade_labels[code]}` : [])).join(' · ');

type Props = { store: StoreValue | Store; close: () => void };

export function StoreDrawer({ store, close }: Props) {
  const { t } = useTranslation('dealership/settings');
  const { language } = useFormat();
  const { week } = useWeekdays();
  const groups = useGroups();
  const version = 'version' in store ? store.version : undefined;
  const compare = (value: StoreValue) => [
    { label: t('field.group'), text: groups.data?.find(({ id }) => id === value.group_id)?.name ?? '' },
    { label: t('field.store_name'), text: value.name },
    { label: t('field.store_code'), text: value.code },
    { label: t('field.time_zone'), text: zoneName(value.time_zone, language) },
    { label: t('field.country'), text: countryName(value.country, language) },
    { label: t('field.currency'), text: currencyName(value.currency, language) },
    { label: t('field.opening_hours'), text: week(value.opening_hours) },
    { label: t('field.address'), text: value.address ?? '' },
    { label: t('field.store_phone'), text: value.phone ?? '' },
    { label: t('field.grade_labels'), text: shownLabels(value) },
    { label: t('field.retired'), text: t(value.retired ? 'platform:yes' : 'platform:no') },
  ];
  const done = (_record: Store, saved: boolean) => {
    if (saved) say(t('saved'));
    void queryClient.invalidateQueries({ queryKey: ['stores'] });
    // The header and every page read the store's zone, currency and name from the session.
    void queryClient.invalidateQueries({ queryKey: sessionKey });
    close();
  };

  return (
    <EditDrawer title={version ? store.name : t('stores.add')} close={close}>
      <RecordForm
        name={version ? `store.${store.id}` : 'store.new'}
        initial={'version' in store ? valueOf(store) : store}
        version={version}
        save={(value, at) => (version ? saveStore(value, at) : addStore(value))}
        read={valueOf}
        compare={compare}
        shown={shown}
        done={done}
        cancel={close}
      >
        {({ value, change, errorAt }) => (
          <>
            <TextInput
              label={t('field.store_name')}
              autoComplete="off"
              value={value.name}
              error={errorAt('/name')}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <TextInput
              label={t('field.store_code')}
              description={t('stores.code_hint')}
              autoComplete="off"
              value={value.code}
              error={errorAt('/code')}
              onChange={(event) => change({ code: event.currentTarget.value })}
            />
            <Select
              label={t('field.group')}
              data={groups.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
              allowDeselect={false}
              value={value.group_id}
              error={errorAt('/group_id')}
              onChange={(id) => id && change({ group_id: id })}
            />
            <Places value={value} change={change} errorAt={errorAt} />
            <Whereabouts value={value} change={change} errorAt={errorAt} />
            <HoursEditor
              hours={value.opening_hours}
              change={(opening_hours) => change({ opening_hours })}
              errorAt={errorAt}
            />
            <GradeLabelFields value={value} change={change} errorAt={errorAt} />
            {version !== undefined && (
              <Switch
                label={t('stores.retire')}
                description={t('stores.retire_hint')}
                checked={value.retired}
                error={errorAt('/retired')}
                onChange={(event) => change({ retired: event.currentTarget.checked })}
              />
            )}
          </>
        )}
      </RecordForm>
    </EditDrawer>
  );
}

type PartProps = {
  value: StoreValue;
  change: (patch: Partial<StoreValue>) => void;
  errorAt: (pointer: string) => string | undefined;
};

function Places({ value, change, errorAt }: PartProps) {
  const { t } = useTranslation('dealership/settings');
  const { language } = useFormat();
  const select = (field: 'time_zone' | 'country' | 'currency', data: { value: string; label: string }[]) => (
    <Select
      label={t(`field.${field}`)}
      description={field === 'currency' ? undefined : t(`stores.${field}_hint`)}
      data={data}
      searchable
      limit={60}
      nothingFoundMessage={t('platform:picker.nothing')}
      allowDeselect={false}
      value={value[field]}
      error={errorAt(`/${field}`)}
      onChange={(chosen) => chosen && change({ [field]: chosen })}
    />
  );
  return (
    <>
      {select('time_zone', zones(language, value.time_zone))}
      {select('country', countries(language, value.country))}
      {select('currency', currencies(language, value.currency))}
    </>
  );
}

/** Where the store is for those who come or call. */
function Whereabouts({ value, change, errorAt }: PartProps) {
  const { t } = useTranslation('dealership/settings');
  return (
    <>
      <TextInput
        label={t('field.address')}
        description={t('stores.address_hint')}
        autoComplete="off"
        maxLength={120}
        value={value.address ?? ''}
        error={errorAt('/address')}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
      <TextInput
        label={t('field.store_phone')}
        description={t('stores.phone_hint')}
        type="tel"
        autoComplete="off"
        maxLength={30}
        value={value.phone ?? ''}
        error={errorAt('/phone')}
        onChange={(event) => change({ phone: event.currentTarget.value })}
      />
    </>
  );
}
