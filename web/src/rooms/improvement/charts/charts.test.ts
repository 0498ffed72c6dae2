import { describe, expect, it } from 'vitest';
import { group, months } from '../../../testing/unfiledVisits';
import { funnelOption, ofPoint, spanOf, widenedBy } from './funnelOption';
import { monthOption } from './monthOption';
import type { Palette } from '@platform/chart/palette';
import { tipOf } from '@platform/chart/parts';
import { placeNames } from './placeNames';

const palette = { ink: 'ink', due: 'due', card: 'card' } as Palette;
const words = { name: () => '', tip: () => [], month: (name: string) => name, signal: '信号', visits: '' };

describe('the months', () => {
  const { points, centre } = months();
  const { series } = monthOption(points, centre, words)(palette, 600);
  const [low, high, rate] = series as unknown as [{ data: number[] }, { data: number[] }, { data: Dot[] }];
  type Dot = { value: number; itemStyle: { color: string }; label: { show: boolean; position: string } };

  it('have limits of their own each, and their signals marked with a word', () => {
    expect(low.data).toEqual(points.map((point) => point.low));
    expect(high.data).toEqual(points.map((point) => point.high));
    expect(rate.data.map(({ value }) => value)).toEqual(points.map((point) => point.rate));
    expect(rate.data.map(({ itemStyle }) => itemStyle.color)).toEqual([
      ...Array<string>(5).fill('ink'),
      'due',
    ]);
    expect(rate.data.map(({ label }) => label.show)).toEqual([false, false, false, false, false, true]);
    expect(rate.data.at(-1)?.label.position).toBe('bottom');
  });

  it('are named as far as there is room, and January always', () => {
    const two = [...Array(24).keys()].map((at) => ({
      ...points[0],
      month: `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    })) as typeof points;
    for (const [width, named] of [
      [1200, 24],
      [540, 12],
      [300, 4],
    ] as const) {
      const { interval } = monthOption(two, null, words)(palette, width).xAxis.axisLabel;
      const shown = two
        .filter((_, at) => (interval as (at: number) => boolean)(at))
        .map(({ month }) => month);
      expect(shown).toHaveLength(named);
      expect(shown).toContain('2024-01');
      expect(shown).toContain('2025-01');
    }
  });
});

describe('the funnel', () => {
  it('spreads those who all had many visits, and begins at nothing for those who had few', () => {
    expect(spanOf([820, 850, 870])[0]).toBeGreaterThan(500);
    expect(spanOf([12, 850])[0]).toBe(0);
    for (const counts of [[0], [1, 2], [820, 870], [12, 85_000]]) {
      const [least, most] = spanOf(counts);
      expect(least).toBeLessThanOrEqual(Math.min(...counts));
      expect(most).toBeGreaterThan(Math.max(...counts));
    }
  });

  it('draws exactly the limits that the server found, widened or not', () => {
    for (const widened of [1, 2.5]) {
      const overall = 0.3;
      const points = [400, 900].map((of) => {
        const chance = 1.96 * Math.sqrt((overall * (1 - overall)) / of) * widened;
        return group(String(of), null, of * 0.7, of * 0.3, { funnel_high: overall + chance });
      });
      expect(widenedBy(points, overall)).toBeCloseTo(widened, 6);
      const { series } = funnelOption(points, overall, words, 380)(palette, 600);
      const [upper] = series as unknown as { data: number[][] }[];
      for (const point of points) {
        const after = upper?.data.find(([of]) => (of ?? 0) >= ofPoint(point)) ?? [];
        const before = upper?.data.findLast(([of]) => (of ?? 0) <= ofPoint(point)) ?? [];
        expect(point.funnel_high).toBeLessThanOrEqual((before[1] ?? 0) + 1e-9);
        expect(point.funnel_high).toBeGreaterThanOrEqual((after[1] ?? 1) - 1e-9);
      }
    }
  });
});

describe('names beside dots', () => {
  const frame = { left: 0, top: 0, right: 400, bottom: 300 };
  const dot = (x: number, y: number, first = false) => ({ x, y, name: '陈伟', first });

  it('stand to the right where there is room, and on another side where there is none', () => {
    expect(placeNames([dot(100, 100)], frame)).toEqual(['right']);
    expect(placeNames([dot(395, 100)], frame)).toEqual(['left']);
    expect(placeNames([dot(100, 100), dot(125, 100)], frame)).toEqual(['left', 'right']);
  });

  it('are left out rather than written over each other, those beyond chance last of all', () => {
    const crowd = Array.from({ length: 40 }, (_, at) => dot(200 + (at % 5), 150 + (at % 7), at === 39));
    const placed = placeNames(crowd, frame);
    expect(placed.filter(Boolean).length).toBeLessThan(8);
    expect(placed[39]).not.toBeNull();
  });
});

it('shows a name as it is written, never as markup', () => {
  const { formatter } = tipOf(palette, [{ name: '<img src=x onerror=alert(1)>' }], ({ name }) => [name]);
  expect(formatter({ dataIndex: 0 })).toBe('&#60;img src=x onerror=alert(1)&#62;');
});
