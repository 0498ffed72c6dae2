import type { MonthPoint } from '../types';
import type { Palette } from '@platform/chart/palette';
import { frameOf, nameAxis, shareAxis, tipOf, topOf } from '@platform/chart/parts';

type Words = { month: (month: string) => string; tip: (point: MonthPoint) => string[]; signal: string };

const grid = frameOf(44, 40, 22, 30);
const labelWidth = 38;

/** Every month, every other, every third …: so many that their names do not touch. */
const stepOf = (months: number, width: number) =>
  [1, 2, 3, 6].find((step) => (months / step) * labelWidth <= width) ?? 12;

/** January tells the year, so it is always among them. */
const isTold = (month = '', step: number) => (Number(month.slice(5)) - 1) % step === 0;

/** A p-chart: each month's rate between the limits that chance alone sets for so many visits. */
export const monthOption =
  (points: MonthPoint[], centre: number | null, words: Words) => (palette: Palette, width: number) => {
    const limit = (pick: (point: MonthPoint) => number | null) => ({
      type: 'line',
      step: 'middle',
      silent: true,
      symbol: 'none',
      data: points.map(pick),
      lineStyle: { color: palette.quiet, width: 1, type: [5, 4] },
    });
    const step = stepOf(points.length, width - grid.left - grid.right);
    return {
      grid,
      tooltip: tipOf(palette, points, words.tip, 'axis'),
      xAxis: {
        ...nameAxis(
          palette,
          points.map(({ month }) => words.month(month)),
        ),
        axisLabel: { color: palette.quiet, interval: (at: number) => isTold(points[at]?.month, step) },
      },
      yAxis: shareAxis(palette, topOf(points.flatMap(({ rate, high }) => [rate, high]))),
      series: [
        limit(({ low }) => low),
        limit(({ high }) => high),
        {
          name: 'rate',
          type: 'line',
          data: points.map((point) => signalled(point, palette, words.signal)),
          lineStyle: { color: palette.ink, width: 1.5 },
          markLine: centre === null ? undefined : centreLine(palette, centre),
        },
      ],
    };
  };

const below = ({ rate, low }: MonthPoint) => rate !== null && low !== null && rate < low;

function signalled(point: MonthPoint, palette: Palette, signal: string) {
  const marked = point.outside || point.in_run;
  return {
    value: point.rate,
    symbol: marked ? 'diamond' : 'circle',
    symbolSize: marked ? 15 : 8,
    itemStyle: { color: marked ? palette.due : palette.ink },
    label: {
      show: point.outside,
      formatter: signal,
      position: below(point) ? 'bottom' : 'top',
      color: palette.due,
      fontWeight: 600,
    },
  };
}

export const centreLine = (palette: Palette, at: number, upright = false) => ({
  silent: true,
  symbol: 'none',
  z: 1,
  data: [upright ? { xAxis: at } : { yAxis: at }],
  lineStyle: { color: palette.accent, width: 1.5, type: 'solid' },
  label: {
    formatter: `${Math.round(at * 100)}%`,
    color: palette.accent,
    position: 'end',
  },
});
