import type { GroupPoint } from '../types';
import { centreLine } from './monthOption';
import type { Palette } from '@platform/chart/palette';
import { frameOf, shareAxis, tipOf, topOf } from '@platform/chart/parts';
import { placeNames } from './placeNames';

export const ofPoint = ({ filed, unfiled }: Pick<GroupPoint, 'filed' | 'unfiled'>) => filed + unfiled;

type Words = { name: (point: GroupPoint) => string; tip: (point: GroupPoint) => string[]; visits: string };

const grid = frameOf(44, 40, 16, 44);

/** People or stores by how many visits they had: only outside the funnel a difference is more than chance. */
export const funnelOption =
  (points: GroupPoint[], overall: number, words: Words, height: number) =>
  (palette: Palette, width: number) => {
    const [least, most] = spanOf(points.map(ofPoint));
    const top = topOf([overall * 2, ...points.map(({ rate }) => rate)]);
    const curve = (z: number, type: 'solid' | 'dashed') =>
      [1, -1].map((side) => ({
        type: 'line',
        silent: true,
        symbol: 'none',
        smooth: false,
        data: funnelCurve(points, overall, z * side, least, most),
        lineStyle: { color: palette.quiet, width: 1, type },
      }));
    const place = (point: GroupPoint) => ({
      x: grid.left + ((ofPoint(point) - least) / (most - least)) * (width - grid.left - grid.right),
      y: height - grid.bottom - ((point.rate ?? 0) / top) * (height - grid.top - grid.bottom),
      name: words.name(point),
      first: point.beyond,
    });
    const sides = placeNames(points.map(place), {
      left: grid.left,
      top: 0,
      right: width,
      bottom: height - 36,
    });
    return {
      grid,
      tooltip: tipOf(palette, points, words.tip),
      xAxis: {
        type: 'value',
        min: least,
        max: most,
        name: words.visits,
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: { color: palette.quiet },
        axisLabel: { color: palette.quiet, hideOverlap: true },
        splitLine: { show: false },
        axisLine: { lineStyle: { color: palette['line-strong'] } },
      },
      yAxis: shareAxis(palette, top),
      series: [
        ...curve(1.96, 'dashed'),
        ...curve(3.09, 'solid'),
        dots(points, palette, words, sides),
        estimates(points, palette, overall),
      ],
    };
  };

function dots(points: GroupPoint[], palette: Palette, words: Words, sides: (string | null)[]) {
  return {
    name: 'rate',
    type: 'scatter',
    cursor: 'pointer',
    symbolSize: 11,
    z: 3,
    data: points.map((point, at) => ({
      value: [ofPoint(point), point.rate],
      symbol: point.beyond ? 'diamond' : 'circle',
      symbolSize: point.beyond ? 16 : 11,
      itemStyle: { color: point.beyond ? palette.due : palette.ink, opacity: 1 },
      label: { show: sides[at] !== null, position: sides[at] ?? 'right' },
    })),
    label: {
      color: palette.ink,
      fontSize: 12,
      padding: [0, 2],
      backgroundColor: palette.card,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const point = points[dataIndex];
        return point ? words.name(point) : '';
      },
    },
  };
}

/** What the true rate probably is: a dash, nearer to all the others the fewer visits there were. */
const estimates = (points: GroupPoint[], palette: Palette, overall: number) => ({
  name: 'shrunken',
  type: 'scatter',
  silent: true,
  symbol: 'rect',
  symbolSize: [16, 4],
  z: 4,
  data: points.map((point) => [ofPoint(point), point.shrunken]),
  itemStyle: { color: palette.accent, borderColor: palette.card, borderWidth: 1, opacity: 1 },
  markLine: centreLine(palette, overall),
});

/** From where to where the axis goes: not from nothing when everybody had many, or they would all stand in one spot. */
export function spanOf(counts: number[]): [number, number] {
  const most = Math.max(20, ...counts);
  const least = Math.min(most, ...counts);
  const apart = Math.max(most - least, most * 0.1);
  const begin = least - apart < most * 0.4 ? 0 : least - apart;
  const step = 10 ** Math.floor(Math.log10(most + apart / 3 - begin));
  const half = step / 2;
  return [Math.floor(begin / half) * half, Math.ceil((most + apart / 3) / half) * half];
}

/** How many times wider than chance alone the server drew the limits, because all differ more than chance explains. */
export function widenedBy(points: GroupPoint[], overall: number | null): number {
  if (overall === null || overall <= 0 || overall >= 1) return 1;
  return points.reduce((all, point) => {
    const of = ofPoint(point);
    if (of === 0 || point.funnel_high >= 1) return all;
    return Math.max(all, (point.funnel_high - overall) / (1.96 * chance(overall, of)));
  }, 1);
}

const chance = (overall: number, of: number) => Math.sqrt((overall * (1 - overall)) / of);

/** The limits at every number of visits, widened as much as the server widened those of the points. */
function funnelCurve(points: GroupPoint[], overall: number, z: number, least: number, most: number) {
  const widest = widenedBy(points, overall);
  const steps = 60;
  return Array.from({ length: steps + 1 }, (_, step) => {
    // Close together where the curve is steep.
    const of = Math.max(1, least + (most - least) * (step / steps) ** 2);
    return [of, Math.min(1, Math.max(0, overall + z * widest * chance(overall, of)))];
  });
}
