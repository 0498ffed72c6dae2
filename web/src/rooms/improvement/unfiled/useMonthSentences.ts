import { useFormat } from '@platform/format/useFormat';
import { useTranslation } from 'react-i18next';
import { percent } from '../shared/percent';
import type { MonthChart, MonthPoint } from '../types';

const fewest = 3;

/** What the chart of the months says: calm, a signal, or not yet anything; and how far the log can be trusted. */
export function useMonthSentences(chart: MonthChart): { sentences: string[]; warning: string | null } {
  const { t } = useTranslation('improvement/unfiled');
  const format = useFormat();
  const { overall, points } = chart;
  const of = overall.filed + overall.unfiled;
  const told = points.filter(({ rate }) => rate !== null);
  const names = (those: MonthPoint[]) =>
    those.map(({ month }) => format.month(`${month}-01`)).join(t('comma'));
  const outside = told.filter((point) => point.outside);
  const above = outside.filter(({ rate, high }) => rate !== null && high !== null && rate > high);
  const below = outside.filter((point) => !above.includes(point));
  const run = told.filter((point) => point.in_run);
  const thinner = told.filter((point) => point.thinner);
  const sentences = [
    chart.centre === null
      ? t('months.nothing')
      : t('months.overall', {
          months: told.length,
          of,
          unfiled: overall.unfiled,
          rate: percent(chart.centre),
        }),
  ];
  if (told.length > 0 && told.length < fewest) sentences.push(t('months.too_few'));
  if (above.length > 0) sentences.push(t('months.above', { months: names(above) }));
  if (below.length > 0) sentences.push(t('months.below', { months: names(below) }));
  if (run.length > 0) sentences.push(t('months.run', { months: names(ends(run)) }));
  if (told.length >= fewest && outside.length + run.length === 0) sentences.push(t('months.stable'));
  if (chart.widened) sentences.push(t('months.widened', { times: chart.sigma_z.toFixed(1) }));
  const warning = thinner.length > 0 ? t('months.thinner_in', { months: names(thinner) }) : null;
  return { sentences, warning };
}

const ends = (points: MonthPoint[]) => points.filter((_, at) => at === 0 || at === points.length - 1);
