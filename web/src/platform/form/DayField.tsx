import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readDay } from '../format/readDay';
import { useFormat } from '../format/useFormat';
import { Calendar } from './Calendar';

type Props = {
  label: string;
  /** The label is read out but not shown. */
  hideLabel?: boolean;
  /** Stands in the empty field; without it, how a day is written. */
  placeholder?: string;
  value: string | null;
  onChange: (day: string) => void;
  /** Without it, an emptied field goes back to its day. */
  onClear?: () => void;
  min?: string;
  max?: string;
  error?: ReactNode;
};

/** A day in the reader's language, typed or chosen: the browser's own field speaks the browser's language. */
export function DayField({
  label,
  hideLabel,
  placeholder,
  value,
  onChange,
  onClear,
  min,
  max,
  error,
}: Props) {
  const { t } = useTranslation('platform');
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);

  const take = () => {
    setTyped(null);
    if (typed === null) return;
    if (typed.trim() === '') return onClear?.();
    const day = readDay(typed);
    if (day && (!min || day >= min) && (!max || day <= max)) onChange(day);
  };

  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <TextInput
          label={hideLabel ? undefined : label}
          aria-label={hideLabel ? label : undefined}
          placeholder={placeholder ?? t('day.placeholder')}
          autoComplete="off"
          value={typed ?? (value ? format.day(value) : '')}
          error={error}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && typed !== null) {
              event.preventDefault();
              take();
            }
            if (event.key === 'ArrowDown') setOpen(true);
          }}
          rightSection={
            <ActionIcon
              size="input-xs"
              aria-label={t('day.choose', { label })}
              aria-expanded={open}
              onClick={() => setOpen(true)}
            >
              <IconCalendar size={17} stroke={1.6} />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label}>
        <Calendar
          value={value}
          min={min}
          max={max}
          onChange={(day) => {
            setTyped(null);
            onChange(day);
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
