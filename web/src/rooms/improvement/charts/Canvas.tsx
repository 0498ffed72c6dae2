import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ChartProps } from './Chart';
import { init } from './echarts';
import { readPalette, type Palette } from './palette';

/** What every chart has in common. */
const common = (palette: Palette) => ({
  animation: false,
  textStyle: { fontFamily: palette.font, color: palette.ink },
});

/** Draws with ECharts, in the colours of the theme, and again when the place for it changes. */
export default function Canvas({ label, height, option, onPick }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init>>(null);
  const pick = useRef(onPick);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    pick.current = onPick;
  });
  useLayoutEffect(() => {
    if (!box.current) return;
    const drawn = init(box.current, null, { renderer: 'svg' });
    chart.current = drawn;
    drawn.on('click', ({ seriesName, dataIndex }) => pick.current?.(dataIndex, seriesName ?? ''));
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      drawn.dispose();
    };
  }, []);
  useLayoutEffect(() => {
    if (!box.current) return;
    const palette = readPalette(box.current);
    const width = box.current.clientWidth;
    chart.current?.resize();
    chart.current?.setOption({ ...common(palette), ...option(palette, width) }, { notMerge: true });
  }, [option, scheme, height]);
  return <div ref={box} role="img" aria-label={label} style={{ width: '100%', height }} />;
}
