import { Select } from '@mantine/core';
import type { Transport } from '@platform/api/types';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const transports: Transport[] = [
  ...(['car', 'taxi', 'public_transport', 'on_foot', 'bicycle', 'motorbike', 'other'] as const),
];

type Props = {
  value: Transport | null;
  onChange: (transport: Transport | null) => void;
  error?: ReactNode;
};

/** By what they came, the usual first. */
export function TransportField({ value, onChange, error }: Props) {
  const { t } = useTranslation('reception');
  return (
    <Select
      label={t('field.transport')}
      data={transports.map((each) => ({ value: each, label: t(`transport.${each}`) }))}
      value={value}
      clearable
      error={error}
      onChange={(chosen) => onChange(chosen as Transport | null)}
    />
  );
}
