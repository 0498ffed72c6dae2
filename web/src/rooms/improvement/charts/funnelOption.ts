import type { GroupPoint } from '../types';
import { centreLine } from './monthOption';
import type { Palette } from './palette';
import { shareAxis, tipOf, topOf } from './parts';

export const ofPoint = ({ filed, unfiled }: Pick<GroupPoint, 'filed' | 'unfiled'>) => filed + unfiled;

type Words = { name: (point: GroupPoint) => string; tip: (point: GroupPoint) => string[]; visits: string };

/** People or stores by how many visits they had: only outside the funnel a difference is more than chance. */
export const funnelOption =
  (points: GroupPoint[], overall: number, words: Words) => (palette: Palette, width: number) => {
    const most = Math.max(20, ...points.map(ofPoint)) * 1.12;
    const curve = (z: number, type: 'solid' | 'dashed') =>
      [1, -1].map((side) => ({
        type: 'line',
        silent: true,
        symbol: 'none',
        smooth: false,
        data: funnelCurve(points, overall, z * side, most),
        lineStyle: { color: palette.quiet, width: 1, type },
      }));
    return {
      grid: { left: 44, right: 16, top: 16, bottom: 44 },
      tooltip: tipOf(palette, points, words.tip),
      xAxis: {
        type: 'value',
        min: 0,
        max: Math.ceil(most),
        name: words.visits,
        nameLocation: 'middle',
        nameGap: 28,
        nameTextStyle: { color: palette.quiet },
        axisLabel: { color: palette.quiet, showMaxLabel: false },
        splitLine: { show: false },
        axisLine: { lineStyle: { color: palette['line-strong'] } },
      },
      yAxis: shareAxis(palette, topOf([overall * 2, ...points.map(({ rate }) => rate)])),
      series: [
        ...curve(1.96, 'dashed'),
        ...curve(3.09, 'solid'),
        dots(points, palette, words, width),
        estimates(points, palette, overall),
      ],
    };
  };

function dots(points: GroupPoint[], palette: Palette, words: Words, width: number) {
  return {
    name: 'rate',
    type: 'scatter',
    cursor: 'pointer',
    symbolSize: 11,
    data: points.map((point) => ({
      value: [ofPoint(point), point.rate],
      symbol: point.beyond ? 'diamond' : 'circle',
      symbolSize: point.beyond ? 16 : 11,
      itemStyle: { color: point.beyond ? palette.due : palette.ink },
    })),
    label: {
      show: true,
      position: width < 520 ? 'top' : 'right',
      color: palette.ink,
      fontSize: 12,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const point = points[dataIndex];
        return point ? words.name(point) : '';
      },
    },
    labelLayout: { hideOverlap: true, moveOverlap: 'shiftY' },
  };
}

/** What the true rate probably is: a ring, nearer to all the others the fewer visits there were. */
const estimates = (points: GroupPoint[], palette: Palette, overall: number) => ({
  name: 'shrunken',
  type: 'scatter',
  silent: true,
  symbolSize: 8,
  data: points.map((point) => [ofPoint(point), point.shrunken]),
  itemStyle: { color: palette.card, borderColor: palette.accent, borderWidth: 2 },
  markLine: centreLine(palette, overall),
});

/** The limits at every number of visits, widened as much as the server widened those of the points. */
function funnelCurve(points: GroupPoint[], overall: number, z: number, most: number): number[][] {
  const chance = (of: number) => Math.sqrt((overall * (1 - overall)) / of);
  const widest = points.reduce((all, point) => {
    const of = ofPoint(point);
    if (of === 0 || point.funnel_high >= 1 || overall === 0) return all;
    return Math.max(all, (point.funnel_high - overall) / (1.96 * chance(of)));
  }, 1);
  const steps = 60;
  return Array.from({ length: steps }, (_, step) => {
    // Close together where the curve is steep.
    const of = Math.max(1, most * ((step + 1) / steps) ** 2);
    return [of, Math.min(1, Math.max(0, overall + z * widest * chance(of)))];
  });
}
