import type { GroupPoint } from '../types';
import { ofPoint } from './funnelOption';
import { centreLine } from './monthOption';
import type { Palette } from '@platform/chart/palette';
import { frameOf, nameAxis, shareAxis, tipOf, topOf, whiskers } from '@platform/chart/parts';

type Words = { name: (point: GroupPoint) => string; tip: (point: GroupPoint) => string[] };

/** Rates side by side, each with the interval in which the true one most likely lies. */
export const barOption =
  (points: GroupPoint[], overall: number | null, words: Words) => (palette: Palette, width: number) => ({
    // Above stands the axis, below what all have together.
    ...frame(points, palette, width, words, [34, 20]),
    xAxis: { ...shareAxis(palette, topOf(points.map(({ high }) => high))), position: 'top' },
    series: [
      whiskers(
        palette,
        'interval',
        points.flatMap(({ low, high }, at) => (low === null || high === null ? [] : [[at, low, high]])),
        false,
      ),
      {
        name: 'rate',
        type: 'scatter',
        cursor: 'pointer',
        symbolSize: 11,
        z: 3,
        data: points.map((point, at) => [point.rate ?? '-', at]),
        itemStyle: { color: palette.ink, opacity: 1 },
        label: {
          show: true,
          position: 'top',
          distance: 3,
          padding: [0, 2],
          backgroundColor: palette.card,
          fontSize: 11,
          color: palette.quiet,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const point = points[dataIndex];
            return point ? `${point.unfiled}/${ofPoint(point)}` : '';
          },
        },
        markLine: overall === null ? undefined : centreLine(palette, overall, true),
      },
    ],
  });

/** Only how many: noted of the unfiled alone, so that there is nothing to divide by. */
export const countOption = (points: GroupPoint[], words: Words) => (palette: Palette, width: number) => ({
  ...frame(points, palette, width, words, [4, 8]),
  xAxis: { type: 'value', show: false },
  series: [
    {
      name: 'count',
      type: 'bar',
      cursor: 'pointer',
      barWidth: '55%',
      data: points.map(({ unfiled }) => unfiled),
      itemStyle: { color: palette.quiet },
      label: { show: true, position: 'right', color: palette.ink },
    },
  ],
});

const frame = (
  points: GroupPoint[],
  palette: Palette,
  width: number,
  words: Words,
  margin: [number, number],
) => ({
  grid: frameOf(width < 520 ? 108 : 150, 34, ...margin),
  tooltip: tipOf(palette, points, words.tip),
  yAxis: {
    ...nameAxis(palette, points.map(words.name)),
    inverse: true,
    axisLabel: { interval: 0, color: palette.ink, width: width < 520 ? 98 : 140, overflow: 'truncate' },
  },
});
