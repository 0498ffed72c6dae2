import { Skeleton } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { useSyncExternalStore } from 'react';
import type { Palette } from './palette';

/** The library, once it is here; or why it could not be fetched. */
let drawing: { Canvas: (typeof import('./Canvas'))['default'] } | { failure: unknown } | undefined;

// Fetched while the numbers are: whoever opened a page with charts will look at one.
const fetched = import('./Canvas').then(
  (module) => (drawing = { Canvas: module.default }),
  (failure: unknown) => (drawing = { failure }),
);

const whenFetched = (tell: () => void) => {
  void fetched.then(tell);
  return () => undefined;
};

export type ChartProps = {
  /** What the chart says, for those who do not see it; its table stands beside it. */
  label: string;
  height: number;
  option: (palette: Palette, width: number) => EChartsCoreOption;
  onPick?: (index: number, series: string) => void;
};

/**
 * A chart is drawn by a library of its own, which nobody fetches who does not look at one. Not by `lazy`: that suspends the
 * first chart even when the library is here, and React keeps the placeholder of whatever was suspended for 300 ms.
 */
export function Chart(props: ChartProps) {
  const known = useSyncExternalStore(whenFetched, () => drawing);
  if (!known) return <Skeleton height={props.height} />;
  if ('failure' in known) throw known.failure;
  return <known.Canvas {...props} />;
}
