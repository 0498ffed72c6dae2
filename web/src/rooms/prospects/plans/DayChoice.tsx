import type { Store } from '@platform/api/types';
import { Choices } from '@platform/form/Choices';
import { DayField } from '@platform/form/DayField';
import { addDays } from '@platform/format/dates';
import { useFormat } from '@platform/format/useFormat';
import { useNow } from '@platform/now';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from './planning';

type Props = {
  plan: Plan;
  change: (patch: Partial<Plan>) => void;
  /** They may be in the showroom already. */
  offersNow: boolean;
  error?: string;
  timeError?: string;
  store: Store;
};

/** The next days are one tap away. */
export function DayChoice({ plan, change, offersNow, error, timeError, store }: Props) {
  const { t } = useTranslation('prospects/plans');
  const format = useFormat(store);
  const today = format.dayOf(useNow());
  const near = [0, 1, 2].map((days) => addDays(today, days));
  const [other, setOther] = useState(plan.day !== null && !near.includes(plan.day));
  const names = [t('today'), t('tomorrow'), t('after_tomorrow')];
  const options = [
    ...(offersNow ? [{ value: 'now', label: t('now'), note: t('now_note') }] : []),
    ...near.map((day, at) => ({ value: day, label: names[at] ?? day, note: format.shortDay(day, true) })),
    { value: 'other', label: t('other_day'), note: t('other_day_note') },
  ];
  const choose = (value: string) => {
    setOther(value === 'other');
    change({ now: value === 'now', day: value === 'other' || value === 'now' ? null : value });
  };
  return (
    <>
      <Choices
        label={t('day')}
        three
        options={options}
        value={plan.now ? 'now' : other ? 'other' : plan.day}
        onChange={choose}
        error={(other ? undefined : error) ?? timeError}
      />
      {other && !plan.now && (
        <DayField
          label={t('which_day')}
          value={plan.day}
          min={today}
          error={error}
          onChange={(day) => change({ day })}
          onClear={() => change({ day: null })}
        />
      )}
    </>
  );
}
