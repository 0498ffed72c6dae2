// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { renderHook } from '../../../testing/render';
import { month, months } from '../../../testing/unfiledVisits';
import { useMonthSentences } from './useMonthSentences';

describe('the months', () => {
  const told: [string, Parameters<typeof months>[0], RegExp][] = [
    [
      'a month below chance',
      {},
      /6 个月里有结果的首次来店 1120 位，303 位没留下联系方式：未留档率 29%.*2026年1月低于偶然范围：那时做对了什么/,
    ],
    [
      'a month above chance',
      { points: [...months().points.slice(0, 5), month('2026-01', 90, 200, { outside: true })] },
      /2026年1月高出了偶然范围/,
    ],
    ['calm', { points: months().points.slice(0, 5) }, /每个月的起伏都在偶然范围之内/],
    [
      'a run',
      { points: months().points.map((point) => ({ ...point, outside: false, in_run: true })) },
      /2025年8月、2026年1月之间连续八个月以上都在中线的同一侧/,
    ],
    ['too few months', { points: months().points.slice(0, 2) }, /月份还太少/],
    ['widened limits', { widened: true, sigma_z: 2.34 }, /（2.3 倍），所以界限已经放宽/],
  ];
  it.each(told)('tell of %s', async (_, change, sentence) => {
    const { result } = await renderHook(() => useMonthSentences(months(change)));
    expect(result.current.sentences.join('')).toMatch(sentence);
    expect(result.current.warning).toBeNull();
  });
});
