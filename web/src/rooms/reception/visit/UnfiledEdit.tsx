import { Select } from '@mantine/core';
import { useFormat } from '@platform/format/useFormat';
import { Choices } from '@platform/form/Choices';
import { useTranslation } from 'react-i18next';
import { useReasons } from '../api';
import { below, inUse, topLevel } from '../visits/labels';
import type { Editing } from './editing';

type Props = {
  storeId: string;
  value: Editing;
  change: (patch: Partial<Editing>) => void;
  errorAt: (pointer: string) => string | undefined;
};

export function UnfiledEdit({ storeId, value, change, errorAt }: Props) {
  const { t } = useTranslation('reception');
  const format = useFormat();
  const entries = inUse(useReasons(storeId, 'unfiled').data);
  const groups = topLevel(entries).map((group) => {
    const finer = below(entries, group.code);
    return {
      group: format.label(group),
      items: (finer.length > 0 ? finer : [group]).map((each) => ({
        value: each.code,
        label: format.label(each),
      })),
    };
  });
  return (
    <>
      <Select
        label={t('unfiled.why')}
        data={groups}
        value={value.reason_code}
        allowDeselect={false}
        error={errorAt('/reason_code')}
        onChange={(reason_code) => change({ reason_code })}
      />
      <Choices
        label={t('unfiled.asks')}
        options={['0', '1', '2'].map((asks) => ({ value: asks, label: t(`unfiled.asks_${asks}`) }))}
        value={value.asks === null ? null : String(value.asks)}
        onChange={(asks) => change({ asks: Number(asks) })}
        error={errorAt('/asks')}
      />
      <Choices
        label={t('unfiled.second_face')}
        options={[
          { value: 'yes', label: t('platform:yes') },
          { value: 'no', label: t('platform:no') },
        ]}
        value={value.second_face === null ? null : value.second_face ? 'yes' : 'no'}
        onChange={(answer) => change({ second_face: answer === 'yes' })}
        error={errorAt('/second_face')}
      />
    </>
  );
}
