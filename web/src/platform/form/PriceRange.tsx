import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import { useStoreById } from '../session/session';
import { Amount, unitOf } from './Amount';
import { Choices } from './Choices';
import { presetsFor } from './prices';

type Props = {
  storeId: string;
  from: number | null;
  to: number | null;
  onChange: (from: number | null, to: number | null) => void;
  error?: ReactNode;
};

export function PriceRange({ storeId, from, to, onChange, error }: Props) {
  const { t } = useTranslation('platform');
  const store = useStoreById(storeId);
  const format = useFormat(store);
  const unit = unitOf(format.language);
  const presets = presetsFor(store.currency);
  const chosen = from !== null && to !== null ? `${from}-${to}` : null;
  return (
    <div>
      <Choices
        label={t('price.range')}
        options={presets.map((preset) => ({
          value: `${preset.from}-${preset.to}`,
          label: format.range(preset.from, preset.to),
        }))}
        value={chosen}
        onChange={(value) => {
          const preset = presets.find((each) => `${each.from}-${each.to}` === value);
          if (preset) onChange(preset.from, preset.to);
        }}
        error={error}
      />
      <Group grow mt={8} key={`${chosen}-${unit}`} align="flex-start">
        <Amount
          label={t('price.from')}
          unit={unit}
          currency={store.currency}
          value={from}
          onChange={(next) => onChange(next, to)}
        />
        <Amount
          label={t('price.to')}
          unit={unit}
          currency={store.currency}
          value={to}
          onChange={(next) => onChange(from, next)}
        />
      </Group>
    </div>
  );
}
