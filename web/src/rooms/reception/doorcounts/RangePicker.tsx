import { SegmentedControl } from '@mantine/core';
import { DayField } from '@platform/form/DayField';
import { addDays } from '@platform/format/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostDays } from './days';
import classes from './doorcounts.module.css';

type Range = { from: string; to: string };
type Props = Range & { today: string; onChange: (range: Range) => void };

const lengths = [14, 30];

export function RangePicker({ from, to, today, onChange }: Props) {
  const { t } = useTranslation('reception/doorcounts');
  const fits = lengths.find((days) => to === today && from === addDays(today, 1 - days));
  const [own, setOwn] = useState(fits === undefined);
  const date = (which: keyof Range) => (
    <DayField
      label={t(`range.${which}`)}
      value={which === 'from' ? from : to}
      max={today}
      onChange={(day) => onChange(inOrder({ from, to, [which]: day }, which))}
    />
  );
  return (
    <div className={classes.range}>
      <SegmentedControl
        aria-label={t('range.label')}
        data={[
          ...lengths.map((days) => ({ value: String(days), label: t('range.last', { count: days }) })),
          { value: 'own', label: t('range.own') },
        ]}
        value={own ? 'own' : String(fits ?? 'own')}
        onChange={(value) => {
          setOwn(value === 'own');
          if (value !== 'own') onChange({ from: addDays(today, 1 - Number(value)), to: today });
        }}
      />
      {own && (
        <div className={classes.dates}>
          {date('from')}
          {date('to')}
        </div>
      )}
    </div>
  );
}

/** The end that was not touched follows, so that the range is never upside down or longer than can be read. */
function inOrder(range: Range, touched: keyof Range): Range {
  const { from, to } = range;
  const longest = mostDays - 1;
  if (touched === 'from') {
    const last = addDays(from, longest);
    return { from, to: to < from ? from : to > last ? last : to };
  }
  const first = addDays(to, -longest);
  return { to, from: from > to ? to : from < first ? first : from };
}
