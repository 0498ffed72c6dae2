import { SimpleGrid, TextInput } from '@mantine/core';
import { useFormat } from '@platform/format/useFormat';
import { Choices } from '@platform/form/Choices';
import { DayField } from '@platform/form/DayField';
import { TimeField } from '@platform/form/TimeField';
import { useNow } from '@platform/now';
import { useStoreById } from '@platform/session/session';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { daysAhead, type FollowUp } from './followUp';

type Props = {
  form: FollowUp;
  change: (patch: Partial<Pick<FollowUp, 'nextOn' | 'nextTime' | 'promise'>>) => void;
  errorAt: (pointer: string) => string | undefined;
  storeId: string;
  /** The latest day that keeps the cadence. */
  usual: string | null;
};

/** No follow-up without the next one: the usual days are one tap away. */
export function NextFields({ form, change, errorAt, storeId, usual }: Props) {
  const { t } = useTranslation('prospects/following');
  const format = useFormat(useStoreById(storeId));
  const today = format.dayOf(useNow());
  const quick = daysAhead(today, usual);
  const [other, setOther] = useState(form.nextOn !== null && !quick.some(({ day }) => day === form.nextOn));
  const options = [
    ...quick.map(({ days, day, usual: isUsual }) => ({
      value: day,
      label: days === 1 ? t('tomorrow') : t('in_days', { count: days }),
      note: isUsual ? t('usual_note', { day: format.shortDay(day, true) }) : format.shortDay(day, true),
    })),
    { value: 'other', label: t('other_day'), note: t('other_day_note') },
  ];
  const choose = (value: string) => {
    setOther(value === 'other');
    change({ nextOn: value === 'other' ? null : value });
  };
  const wrong = errorAt('/next_on');
  return (
    <>
      <Choices
        label={t('next')}
        three
        options={options}
        value={other ? 'other' : form.nextOn}
        onChange={choose}
        error={other ? undefined : wrong}
      />
      {other && (
        <DayField
          label={t('next_day')}
          value={form.nextOn}
          min={today}
          error={wrong}
          onChange={(nextOn) => change({ nextOn })}
          onClear={() => change({ nextOn: null })}
        />
      )}
      <SimpleGrid cols={2} spacing="sm">
        <TimeField
          label={t('next_time')}
          value={form.nextTime ?? ''}
          error={errorAt('/next_at')}
          onChange={(nextTime) => change({ nextTime })}
        />
        <TextInput
          label={t('promise')}
          placeholder={t('promise_hint')}
          maxLength={100}
          value={form.promise}
          error={errorAt('/promise')}
          onChange={(event) => change({ promise: event.currentTarget.value })}
        />
      </SimpleGrid>
    </>
  );
}
