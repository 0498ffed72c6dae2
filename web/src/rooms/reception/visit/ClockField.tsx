import type { Visit } from '@platform/api/types';
import { instantOf, timeOf } from '@platform/format/dates';
import { TimeField } from '@platform/form/TimeField';
import { useStoreById } from '@platform/session/session';
import type { ReactNode } from 'react';

type Props = {
  label: string;
  visit: Visit;
  value: string | null;
  onChange: (instant: string | null) => void;
  error?: ReactNode;
};

/** A time on the visit's own day, by the store's clock. */
export function ClockField({ label, visit, value, onChange, error }: Props) {
  const { time_zone: zone } = useStoreById(visit.store_id);
  return (
    <TimeField
      label={label}
      value={value ? timeOf(value, zone, 'en') : ''}
      error={error}
      onChange={(time) => onChange(time ? instantOf(visit.day, time, zone) : null)}
    />
  );
}
