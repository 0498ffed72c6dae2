import { SegmentedControl } from '@mantine/core';
import { DayField } from '@platform/form/DayField';
import { addDays } from '@platform/format/dates';
import { useView } from '@platform/useView';
import { useTranslation } from 'react-i18next';
import classes from '../workday.module.css';
import { mostDays } from './asking';

const lengths = [7, 14, 28];

/** From which day to which. The end that was not touched follows, so that the span is never upside down or too long. */
export function SpanPicker({ from, to, today }: { from: string; to: string; today: string }) {
  const { t } = useTranslation('workday/truth');
  const { change } = useView();
  const length = lengths.find((count) => addDays(from, count - 1) === to);
  const set = (span: { from: string; to: string }) => change({ ...span, list: null });
  const begin = (day: string) => {
    const last = addDays(day, mostDays - 1);
    set({ from: day, to: to < day ? day : to > last ? last : to });
  };
  const end = (day: string) => {
    const first = addDays(day, 1 - mostDays);
    set({ from: from > day ? day : from < first ? first : from, to: day });
  };
  return (
    <div className={`${classes.tools} no-print`}>
      <SegmentedControl
        aria-label={t('span.label')}
        value={to === today && length ? String(length) : ''}
        data={lengths.map((count) => ({ value: String(count), label: t('span.last', { count }) }))}
        onChange={(value) => set({ from: addDays(today, 1 - Number(value)), to: today })}
      />
      <div className={classes.span}>
        <DayField label={t('span.from')} hideLabel value={from} max={today} onChange={begin} />
        <span aria-hidden>–</span>
        <DayField label={t('span.to')} hideLabel value={to} max={today} onChange={end} />
      </div>
    </div>
  );
}
