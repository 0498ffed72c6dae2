import { Alert } from '@mantine/core';
import { useFormat } from '@platform/format/useFormat';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '@platform/chart/Chart';
import { monthOption } from '../charts/monthOption';
import type { Open } from '../shared/listing';
import { percent } from '../shared/percent';
import type { MonthChart, MonthPoint } from '../types';
import { Count, DataTable } from './DataTable';
import { Panel, type Place } from './Panel';
import { useMonthSentences } from './useMonthSentences';

type Props = { place: Place; chart: MonthChart; open: Open };

/** The unfiled rate month by month, between the limits that chance sets. */
export function MonthsPanel({ place, chart, open }: Props) {
  const { t } = useTranslation('improvement/unfiled');
  const format = useFormat(place.scope.store);
  const { sentences, warning } = useMonthSentences(chart);
  const option = useMemo(() => {
    const words = {
      month: (month: string) => shortMonth(month, format.language),
      signal: t('months.signal'),
      tip: (point: MonthPoint) => [
        format.month(`${point.month}-01`),
        t('months.tip', {
          unfiled: point.filing.unfiled,
          of: point.filing.filed + point.filing.unfiled,
          rate: point.rate === null ? '–' : percent(point.rate),
        }),
        ...(point.low === null || point.high === null
          ? []
          : [t('months.limits', { low: percent(point.low), high: percent(point.high) })]),
        point.completeness.share === null
          ? t('months.uncounted')
          : t('months.complete', { percent: percent(point.completeness.share) }),
      ],
    };
    return monthOption(chart.points, chart.centre, words);
  }, [chart, format, t]);
  return (
    <Panel
      place={place}
      name="months"
      part="months"
      title={t('months.title')}
      says={
        <>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {warning && (
            <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />} mt="xs">
              {warning}
            </Alert>
          )}
        </>
      }
      chart={
        <Chart
          label={`${t('months.title')}: ${sentences.join(' ')}`}
          height={300}
          option={option}
          onPick={(index) => {
            const point = chart.points[index];
            if (point) open({ month: point.month });
          }}
        />
      }
      table={<MonthTable points={chart.points} open={open} />}
    />
  );
}

/** "3月" is enough under an axis, and January tells the year. */
function shortMonth(month: string, language: 'zh' | 'en'): string {
  const number = Number(month.slice(5));
  if (number === 1) return language === 'zh' ? `${month.slice(0, 4)}年` : month.slice(0, 4);
  return language === 'zh' ? `${number}月` : month.slice(5);
}

function MonthTable({ points, open }: { points: MonthPoint[]; open: Open }) {
  const { t } = useTranslation('improvement/unfiled');
  const format = useFormat();
  const head = ['month', 'first', 'filed', 'unfiled', 'open', 'rate', 'limits', 'complete', 'note'];
  return (
    <DataTable
      label={t('months.title')}
      head={head.map((name) => t(`column.${name}`))}
      rows={points.map(({ month, filing, rate, low, high, completeness, ...point }) => {
        const name = format.month(`${month}-01`);
        const count = (outcome: 'filed' | 'unfiled' | 'open') => (
          <Count
            count={filing[outcome]}
            of={`${name} ${t(`improvement:state.${outcome}`)}`}
            open={() => open({ month, outcome })}
          />
        );
        const notes = [
          point.outside && t('months.outside'),
          point.in_run && t('months.in_run'),
          point.thinner && t('months.thinner'),
        ].filter(Boolean);
        return {
          key: month,
          name,
          cells: [
            filing.filed + filing.unfiled,
            count('filed'),
            count('unfiled'),
            count('open'),
            rate === null ? '–' : percent(rate, 1),
            low === null || high === null ? '–' : `${percent(low, 1)}–${percent(high, 1)}`,
            completeness.share === null ? t('months.uncounted') : percent(completeness.share),
            notes.join(t('comma')),
          ],
        };
      })}
    />
  );
}
