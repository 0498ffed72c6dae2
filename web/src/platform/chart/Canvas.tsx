import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { whenIdle } from '../whenIdle';
import type { ChartProps } from './Chart';
import { init } from './echarts';
import { readPalette, type Palette } from './palette';
import { rehearse } from './rehearse';

whenIdle(rehearse);

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
    return () => drawn.dispose();
  }, []);
  useLayoutEffect(() => {
    const place = box.current;
    if (!place) return;
    const draw = () => {
      const palette = readPalette(place);
      chart.current?.setOption(
        { ...common(palette), ...option(palette, place.clientWidth) },
        { notMerge: true },
      );
    };
    // Laying a chart out twice costs as much as drawing it: only where the place really changed.
    const fit = () => {
      const same = chart.current?.getWidth() === place.clientWidth && chart.current.getHeight() === height;
      if (!same) chart.current?.resize({ width: place.clientWidth, height, silent: true });
      return same;
    };
    fit();
    draw();
    const watch = new ResizeObserver(() => {
      if (!fit()) draw();
    });
    watch.observe(place);
    return () => watch.disconnect();
  }, [option, scheme, height]);
  return <div ref={box} role="img" aria-label={label} style={{ width: '100%', height }} />;
}
