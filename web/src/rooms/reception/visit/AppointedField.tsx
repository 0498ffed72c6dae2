import { SimpleGrid } from '@mantine/core';
import type { Visit } from '@platform/api/types';
import { dayOf, instantOf, timeOf } from '@platform/format/dates';
import { DayField } from '@platform/form/DayField';
import { TimeField } from '@platform/form/TimeField';
import { useStoreById } from '@platform/session/session';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  visit: Visit;
  value: string | null;
  onChange: (instant: string | null) => void;
  error?: ReactNode;
};

/** When they were invited for: mostly the day they came, sometimes another. */
export function AppointedField({ visit, value, onChange, error }: Props) {
  const { t } = useTranslation('reception');
  const { time_zone: zone } = useStoreById(visit.store_id);
  const day = value ? dayOf(value, zone) : visit.day;
  const time = value ? timeOf(value, zone, 'en') : '';
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TimeField
        label={t('field.appointed_at')}
        value={time}
        error={error}
        onChange={(chosen) => onChange(chosen ? instantOf(day, chosen, zone) : null)}
      />
      {value && (
        <DayField
          label={t('field.appointed_day')}
          value={day}
          onChange={(chosen) => onChange(instantOf(chosen, time, zone))}
        />
      )}
    </SimpleGrid>
  );
}
