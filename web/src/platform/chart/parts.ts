import type { Palette } from './palette';

type Coordinates = { coord: (point: number[]) => number[]; value: (at: number) => number };

/** The margins are measured out for our own labels; ECharts need not measure each of them again. */
export const frameOf = (left: number, right: number, top: number, bottom: number) => ({
  ...{ left, right, top, bottom },
  outerBoundsMode: 'none',
});

/** A whisker along one axis: data are [position, low, high]. */
export const whiskers = (palette: Palette, name: string, data: number[][], upright: boolean) => ({
  name,
  type: 'custom',
  silent: true,
  z: 1,
  data,
  encode: upright ? { x: 0, y: [1, 2] } : { y: 0, x: [1, 2] },
  renderItem: (_: unknown, api: Coordinates) => {
    const at = (value: number) => api.coord(upright ? [api.value(0), value] : [value, api.value(0)]);
    const [x1 = 0, y1 = 0] = at(api.value(1));
    const [x2 = 0, y2 = 0] = at(api.value(2));
    return {
      type: 'line',
      shape: { x1, y1, x2, y2 },
      style: { stroke: palette['line-strong'], lineWidth: 5, lineCap: 'round' },
    };
  },
});

export const shareAxis = (palette: Palette, max: number) => ({
  type: 'value',
  min: 0,
  max,
  axisLabel: {
    color: palette.quiet,
    hideOverlap: true,
    formatter: (value: number) => `${Math.round(value * 100)}%`,
  },
  splitLine: { lineStyle: { color: palette.line } },
  axisLine: { show: false },
  axisTick: { show: false },
});

export const nameAxis = (palette: Palette, data: string[]) => ({
  type: 'category',
  data,
  axisLabel: { color: palette.quiet },
  axisLine: { lineStyle: { color: palette['line-strong'] } },
  axisTick: { show: false },
});

/** A round end of the axis, a little above the highest thing on it. */
export const topOf = (values: (number | null)[]) =>
  Math.min(1, Math.ceil((Math.max(0.1, ...values.map((value) => value ?? 0)) + 0.02) * 10) / 10);

/** The box beside the pointer. Names are the showroom's own and stand as text, never as markup. */
export const tipOf = <T>(palette: Palette, rows: T[], tell: (row: T) => string[], trigger = 'item') => ({
  confine: true,
  trigger,
  backgroundColor: palette.card,
  borderColor: palette['line-strong'],
  textStyle: { color: palette.ink, fontSize: 13 },
  formatter: (at: { dataIndex: number } | { dataIndex: number }[]) => {
    const index = Array.isArray(at) ? at[0]?.dataIndex : at.dataIndex;
    const row = index === undefined ? undefined : rows[index];
    return row ? tell(row).map(asText).join('<br>') : '';
  },
});

const asText = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
