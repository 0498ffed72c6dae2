import type { Palette } from '@platform/chart/palette';
import { frameOf, tipOf } from '@platform/chart/parts';

export type CauseRow = {
  code: string;
  name: string;
  count: number;
  /** Of all unfiled visits. */
  share: number;
  /** The share up to this first-level cause; the second level has none. */
  cumulative: number | null;
  vital: boolean;
};

/** A Pareto chart lying on its side, so that causes can be read: two levels of bars, and the growing sum. */
export const causeOption =
  <Row extends CauseRow>(rows: Row[], tip: (row: Row) => string[]) =>
  (palette: Palette, width: number) => {
    const narrow = width < 520;
    // Bars and the growing sum on one scale: the sum begins where the first bar ends.
    const all = Math.max(1, sumOfCauses(rows));
    return {
      grid: frameOf(narrow ? 118 : 210, 44, 26, 8),
      tooltip: tipOf(palette, rows, tip),
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ name }) => name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette['line-strong'] } },
        axisLabel: {
          interval: 0,
          width: narrow ? 108 : 200,
          overflow: 'truncate',
          formatter: (name: string, at: number) =>
            `{${rows[at]?.cumulative === null ? 'second' : 'first'}|${name}}`,
          rich: {
            first: { color: palette.ink, fontWeight: 600, fontSize: 13 },
            second: { color: palette.quiet, fontSize: 12 },
          },
        },
      },
      xAxis: [
        { type: 'value', max: all, show: false },
        {
          type: 'value',
          min: 0,
          max: 1,
          position: 'top',
          axisLabel: { color: palette.quiet, formatter: (value: number) => `${Math.round(value * 100)}%` },
          splitLine: { show: false },
          interval: 0.2,
        },
      ],
      series: [
        {
          name: 'count',
          type: 'bar',
          cursor: 'pointer',
          data: rows.map(({ count, cumulative, vital }) => ({
            value: count,
            itemStyle: {
              color: cumulative === null ? palette['line-strong'] : vital ? palette.accent : palette.quiet,
            },
          })),
          barWidth: '62%',
          label: { show: true, position: 'right', distance: 9, color: palette.ink },
        },
        {
          name: 'cumulative',
          type: 'line',
          xAxisIndex: 1,
          connectNulls: true,
          silent: true,
          symbol: 'circle',
          symbolSize: 6,
          data: rows.map(({ cumulative }, at) => [cumulative ?? '-', at]),
          lineStyle: { color: palette.due, width: 1.5 },
          itemStyle: { color: palette.due },
        },
      ],
    };
  };

const sumOfCauses = (rows: CauseRow[]) =>
  rows.reduce((sum, { count, cumulative }) => sum + (cumulative === null ? 0 : count), 0);
