import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toMajor, toMinor } from '../format/money';

const tenThousand = 10_000;

/** In what amounts are typed: Chinese showrooms speak of prices in 万. */
export const unitOf = (language: string) => (language === 'zh' ? tenThousand : 1);

type Props = {
  label: string;
  /** The label is read out but not shown. */
  hideLabel?: boolean;
  unit: number;
  currency: string;
  value: number | null;
  onChange: (value: number | null) => void;
  error?: ReactNode;
};

/** Keeps the text as typed ("12.") and tells the amount when the field is left. */
export function Amount({ label, hideLabel, unit, currency, value, onChange, error }: Props) {
  const { t } = useTranslation('platform');
  const [text, setText] = useState(value === null ? '' : String(toMajor(value, currency) / unit));
  const leave = () => {
    const number = Number(text.replace(/[,，\s]/g, ''));
    const next = text.trim() === '' || !Number.isFinite(number) ? null : toMinor(number * unit, currency);
    if (next !== value) onChange(next);
  };
  return (
    <TextInput
      label={hideLabel ? undefined : label}
      aria-label={hideLabel ? label : undefined}
      inputMode="decimal"
      value={text}
      error={error}
      rightSection={
        <span className="quiet">{unit === tenThousand ? t('price.ten_thousand') : currency}</span>
      }
      rightSectionWidth={48}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}
