import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldGroups, type Field, type Kind } from './types';

type Props = {
  kind: Kind;
  header: string;
  value: Field | null;
  error?: string;
  onChange: (field: Field | null) => void;
};

/** The browser's own select: thirty of them stay light, and a phone shows its wheel. */
export function FieldSelect({ kind, header, value, error, onChange }: Props) {
  const { t } = useTranslation('reception/imports');
  return (
    <NativeSelect
      aria-label={t('mapping.means', { header })}
      data={[
        { value: '', label: t('mapping.skip') },
        ...fieldGroups[kind].map(([group, fields]) => ({
          group: t(`group.${group}`),
          items: fields.map((field) => ({ value: field, label: t(`field.${field}`) })),
        })),
      ]}
      value={value ?? ''}
      error={error}
      onChange={(event) => onChange((event.currentTarget.value || null) as Field | null)}
    />
  );
}
