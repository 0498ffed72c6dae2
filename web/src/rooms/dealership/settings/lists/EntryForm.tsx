import { Switch, TextInput } from '@mantine/core';
import type { ListEntry } from '@platform/api/types';
import { newId } from '@platform/id';
import { say } from '@platform/show/toast';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordForm } from '../shared/RecordForm';
import { addEntry, saveEntry, useReread, type EntryValue, type Which } from './api';
import classes from './lists.module.css';

type Props = { which: Which; close: () => void } & (
  { entry: ListEntry; parent?: undefined } | { parent: ListEntry; entry?: undefined }
);

type Value = EntryValue & { id: string };

const shown = ['/label_zh', '/label_en'];

/** Renames an entry in both languages, or adds one below a first level. */
export function EntryForm({ which, entry, parent, close }: Props) {
  const { t } = useTranslation('dealership/settings');
  const reread = useReread(which);
  const [id] = useState(newId);
  const valueOf = (of: ListEntry): Value => ({
    id,
    label_zh: of.label_zh,
    label_en: of.label_en,
    retired: of.retired,
    position: of.position,
  });
  const save = (value: Value, version?: number) => {
    const { id: own, label_zh, label_en, retired, position } = value;
    return entry
      ? saveEntry(which, entry.code, { label_zh, label_en, retired, position }, version)
      : addEntry(which, { id: own, parent_code: parent.code, label_zh, label_en });
  };
  const compare = (value: Value) => [
    { label: t('field.label_zh'), text: value.label_zh },
    { label: t('field.label_en'), text: value.label_en },
    { label: t('field.position'), text: String(value.position) },
    { label: t('field.retired'), text: t(value.retired ? 'platform:yes' : 'platform:no') },
  ];
  const label = (field: 'label_zh' | 'label_en', form: Handle) => (
    <TextInput
      label={t(`field.${field}`)}
      lang={field === 'label_zh' ? 'zh-CN' : 'en'}
      autoComplete="off"
      data-autofocus={field === 'label_zh' || undefined}
      value={form.value[field]}
      error={form.errorAt(`/${field}`)}
      onChange={(event) => form.change({ [field]: event.currentTarget.value })}
    />
  );

  return (
    <div className={classes.form}>
      <RecordForm
        name={`list.${which.storeId}.${which.list}.${entry ? entry.code : `${parent.code}.new`}`}
        initial={entry ? valueOf(entry) : { id, label_zh: '', label_en: '', retired: false, position: 0 }}
        version={entry?.version}
        save={save}
        read={valueOf}
        compare={compare}
        shown={shown}
        done={(_record, saved) => {
          if (saved) say(t('saved'));
          void reread();
          close();
        }}
        cancel={close}
      >
        {(form) => (
          <>
            <div className={classes.labels}>
              {label('label_zh', form)}
              {label('label_en', form)}
            </div>
            {entry && (entry.parent_code || entry.retired) && (
              <Switch
                label={t('lists.retire')}
                description={t('lists.retire_hint')}
                checked={form.value.retired}
                onChange={(event) => form.change({ retired: event.currentTarget.checked })}
              />
            )}
          </>
        )}
      </RecordForm>
    </div>
  );
}

type Handle = {
  value: Value;
  change: (patch: Partial<Value>) => void;
  errorAt: (pointer: string) => string | undefined;
};
