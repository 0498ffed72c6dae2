import { SegmentedControl, Select } from '@mantine/core';
import { useFormat } from '@platform/format/useFormat';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths, monthsBack, monthsBetween } from '../shared/months';
import { useView } from '@platform/useView';
import { mostMonths, type Range } from './range';
import classes from './unfiled.module.css';

const lengths = [6, 12, 24];

export const RangePicker = memo(function RangePicker({ from, to, now }: Range & { now: string }) {
  const { t } = useTranslation('improvement/unfiled');
  const { change } = useView();
  const format = useFormat();
  const [near, setNear] = useState(false);
  const length = monthsBetween(from, to);
  const fits = to === now && lengths.includes(length) ? String(length) : '';
  const set = (range: Range) => change({ ...range, list: null });
  const months = monthsBack(now, mostMonths).map((month) => ({
    value: month,
    label: format.month(`${month}-01`),
  }));
  /** The end that was not touched follows, so that the range is never upside down or too long to read. */
  const move = (end: keyof Range, month: string) => {
    const other = end === 'from' ? to : from;
    const span = end === 'from' ? monthsBetween(month, other) : monthsBetween(other, month);
    const kept =
      span < 1
        ? month
        : span > mostMonths
          ? addMonths(month, end === 'from' ? mostMonths - 1 : 1 - mostMonths)
          : other;
    set(end === 'from' ? { from: month, to: kept } : { from: kept, to: month });
  };
  const pick = (end: keyof Range, value: string) => (
    <Select
      aria-label={t(`range.${end}`)}
      data={months}
      value={value}
      allowDeselect={false}
      searchable={false}
      // Sixty months twice over cost more to draw than the page: only for who comes near them.
      comboboxProps={{ keepMounted: near }}
      onFocus={() => setNear(true)}
      onChange={(month) => month && move(end, month)}
    />
  );
  return (
    <div className={`${classes.range} no-print`}>
      <SegmentedControl
        aria-label={t('range.label')}
        value={fits}
        data={lengths.map((count) => ({ value: String(count), label: t('range.last', { count }) }))}
        onChange={(value) => set({ from: addMonths(now, 1 - Number(value)), to: now })}
      />
      {pick('from', from)}
      <span aria-hidden>–</span>
      {pick('to', to)}
    </div>
  );
});
