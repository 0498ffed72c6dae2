import { Group, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toMajor, toMinor } from '../format/money';
import { useFormat } from '../format/useFormat';
import { useStoreById } from '../session/session';
import { Choices } from './Choices';
import { presetsFor } from './prices';

type Props = {
  storeId: string;
  from: number | null;
  to: number | null;
  onChange: (from: number | null, to: number | null) => void;
  error?: ReactNode;
};

const tenThousand = 10_000;

export function PriceRange({ storeId, from, to, onChange, error }: Props) {
  const { t } = useTranslation('platform');
  const store = useStoreById(storeId);
  const format = useFormat(store);
  const unit = format.language === 'zh' ? tenThousand : 1;
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

type AmountProps = {
  label: string;
  unit: number;
  currency: string;
  value: number | null;
  onChange: (value: number | null) => void;
};

/** Keeps the text as typed ("12.") and tells the amount when the field is left. */
function Amount({ label, unit, currency, value, onChange }: AmountProps) {
  const { t } = useTranslation('platform');
  const [text, setText] = useState(value === null ? '' : String(toMajor(value, currency) / unit));
  const leave = () => {
    const number = Number(text.replace(/[,，\s]/g, ''));
    const next = text.trim() === '' || !Number.isFinite(number) ? null : toMinor(number * unit, currency);
    if (next !== value) onChange(next);
  };
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      value={text}
      rightSection={
        <span className="quiet">{unit === tenThousand ? t('price.ten_thousand') : currency}</span>
      }
      rightSectionWidth={48}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}
