import { init } from './echarts';

const rates = [0.2, 0.3];
const label = { show: true };

/** One of everything that our charts are made of. */
const option = {
  animation: false,
  grid: { left: 40, right: 40, top: 20, bottom: 30, outerBoundsMode: 'none' },
  tooltip: {},
  xAxis: { type: 'category', data: ['1', '2'] },
  yAxis: { type: 'value', max: 1 },
  series: [
    { type: 'line', data: rates, label, markLine: { data: [{ yAxis: 0.2 }] } },
    { type: 'bar', data: rates, label },
    { type: 'scatter', data: rates, label },
    {
      type: 'custom',
      data: rates,
      renderItem: () => ({ type: 'line', shape: { x1: 0, y1: 0, x2: 9, y2: 9 } }),
    },
  ],
};

/**
 * Draws where nobody sees it. A browser takes three times as long over what it runs for the first time, and while the numbers
 * are awaited it has that time.
 */
export function rehearse() {
  const chart = init(document.createElement('div'), null, { renderer: 'svg', width: 300, height: 200 });
  chart.setOption(option);
  chart.dispose();
}
