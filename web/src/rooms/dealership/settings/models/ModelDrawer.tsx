import { Autocomplete, Group, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { post, put } from '@platform/api/client';
import type { Model } from '@platform/api/types';
import { minorDigits, showMoney, toMajor, toMinor } from '@platform/format/money';
import { useFormat } from '@platform/format/useFormat';
import { say } from '@platform/show/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EditDrawer } from '../shared/EditDrawer';
import { RecordForm } from '../shared/RecordForm';
import { currencies } from '../stores/places';

/** The price as it is typed, in whole money; the server keeps the smallest unit of the currency. */
export type ModelValue = Omit<Model, 'version' | 'list_price'> & { price: number | '' };

const shown = ['/brand', '/series', '/name', '/list_price', '/currency', '/retired'];

function valueOf({ version: _version, list_price, ...rest }: Model): ModelValue {
  return { ...rest, price: list_price === null ? '' : toMajor(list_price, rest.currency) };
}

function save({ price, ...value }: ModelValue, version?: number): Promise<Model> {
  // Left out when it is empty: the server then says that it is missing.
  const list_price = price === '' ? undefined : toMinor(price, value.currency);
  const { id, retired, ...fields } = value;
  if (version === undefined) return post<Model>('/models', { id, ...fields, list_price });
  return put<Model>(`/models/${id}`, { ...fields, list_price, retired }, version);
}

const names = (models: Model[], of: (model: Model) => string) => [...new Set(models.map(of))];

type Props = { model: Model | ModelValue; known: Model[]; close: () => void };

export function ModelDrawer({ model, known, close }: Props) {
  const { t } = useTranslation('dealership/settings');
  const { language } = useFormat();
  const client = useQueryClient();
  const version = 'version' in model ? model.version : undefined;
  const compare = (value: ModelValue) => [
    { label: t('field.brand'), text: value.brand },
    { label: t('field.series'), text: value.series },
    { label: t('field.model_name'), text: value.name },
    {
      label: t('field.list_price'),
      text:
        value.price === '' ? '' : showMoney(toMinor(value.price, value.currency), value.currency, language),
    },
    { label: t('field.retired'), text: t(value.retired ? 'platform:yes' : 'platform:no') },
  ];

  return (
    <EditDrawer title={version ? model.name : t('models.add')} close={close}>
      <RecordForm
        name={version ? `model.${model.id}` : 'model.new'}
        initial={'version' in model ? valueOf(model) : model}
        version={version}
        save={save}
        read={valueOf}
        compare={compare}
        shown={shown}
        done={(_record, saved) => {
          if (saved) say(t('saved'));
          void client.invalidateQueries({ queryKey: ['models'] });
          close();
        }}
        cancel={close}
      >
        {({ value, change, errorAt }) => (
          <>
            <Autocomplete
              label={t('field.brand')}
              data={names(known, ({ brand }) => brand)}
              openOnFocus={false}
              value={value.brand}
              error={errorAt('/brand')}
              onChange={(brand) => change({ brand })}
            />
            <Autocomplete
              label={t('field.series')}
              data={names(
                known.filter(({ brand }) => brand === value.brand),
                ({ series }) => series,
              )}
              openOnFocus={false}
              value={value.series}
              error={errorAt('/series')}
              onChange={(series) => change({ series })}
            />
            <TextInput
              label={t('field.model_name')}
              description={t('models.name_hint')}
              autoComplete="off"
              value={value.name}
              error={errorAt('/name')}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <Group grow align="flex-start" preventGrowOverflow={false}>
              <NumberInput
                label={t('field.list_price')}
                thousandSeparator=","
                decimalScale={minorDigits(value.currency)}
                min={0}
                hideControls
                inputMode="decimal"
                value={value.price}
                error={errorAt('/list_price')}
                onChange={(price) => change({ price: typeof price === 'number' ? price : '' })}
              />
              <Select
                label={t('field.currency')}
                data={currencies(language, value.currency)}
                searchable
                limit={60}
                allowDeselect={false}
                value={value.currency}
                error={errorAt('/currency')}
                onChange={(currency) => currency && change({ currency })}
              />
            </Group>
            {version !== undefined && (
              <Switch
                label={t('models.retire')}
                description={t('models.retire_hint')}
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
