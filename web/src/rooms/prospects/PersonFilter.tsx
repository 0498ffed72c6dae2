import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSalespeople } from './api';
import { nobody } from './nobody';

type Props = {
  storeId: string;
  value: string | null;
  /** Offers the cards that nobody is in charge of, too. */
  withNobody?: boolean;
  onChange: (id: string | null) => void;
};

export function PersonFilter({ storeId, value, withNobody, onChange }: Props) {
  const { t } = useTranslation('prospects');
  const people = useSalespeople(storeId);
  return (
    <Select
      aria-label={t('person')}
      placeholder={t('all_people')}
      data={[
        ...(withNobody ? [{ value: nobody, label: t('nobody') }] : []),
        ...(people.data?.map((each) => ({ value: each.id, label: each.name })) ?? []),
      ]}
      value={value}
      clearable
      w={withNobody ? undefined : 176}
      onChange={onChange}
    />
  );
}
