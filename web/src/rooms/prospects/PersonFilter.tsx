import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSalespeople } from './api';

type Props = { storeId: string; value: string | null; onChange: (id: string | null) => void };

export function PersonFilter({ storeId, value, onChange }: Props) {
  const { t } = useTranslation('prospects');
  const people = useSalespeople(storeId);
  return (
    <Select
      aria-label={t('person')}
      placeholder={t('all_people')}
      data={people.data?.map((each) => ({ value: each.id, label: each.name })) ?? []}
      value={value}
      clearable
      w={176}
      onChange={onChange}
    />
  );
}
