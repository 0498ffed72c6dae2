import { Skeleton } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense } from 'react';
import type { Palette } from './palette';

// Fetched while the numbers are: whoever opened a page with charts will look at one.
const drawing = import('./Canvas');
const Canvas = lazy(() => drawing);

export type ChartProps = {
  /** What the chart says, for those who do not see it; its table stands beside it. */
  label: string;
  height: number;
  option: (palette: Palette, width: number) => EChartsCoreOption;
  onPick?: (index: number, series: string) => void;
};

/** A chart is drawn by a library of its own, which nobody fetches who does not look at one. */
export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<Skeleton height={props.height} />}>
      <Canvas {...props} />
    </Suspense>
  );
}
