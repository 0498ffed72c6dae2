import { describe, expect, it } from 'vitest';
import { showMoney, showRange, showRough, toMinor } from './money';
import { showPhone } from './phone';

describe('money', () => {
  it('counts in minor units of the currency', () => {
    expect(toMinor(120000, 'CNY')).toBe(12000000);
    expect(toMinor(120000, 'JPY')).toBe(120000);
  });

  it('is written for the reader', () => {
    expect(showMoney(12000000, 'CNY', 'zh')).toBe('¥120,000');
    expect(showMoney(12050, 'EUR', 'en')).toBe('€120.50');
    expect(showRough(12800000, 'CNY', 'zh')).toBe('12.8 万');
  });

  it('shows ranges, open ends too', () => {
    expect(showRange(12000000, 15000000, 'CNY', 'zh')).toBe('12–15 万');
    expect(showRange(null, 15000000, 'CNY', 'zh')).toBe('≤ 15 万');
    expect(showRange(12000000, null, 'CNY', 'en')).toBe('≥ ¥120,000');
    expect(showRange(null, null, 'CNY', 'zh')).toBeNull();
    expect(showRange(12000000, 15000000, 'CNY', 'en')).toBe('¥120,000–¥150,000');
    expect(showRange(950000, 15000000, 'CNY', 'zh')).toBe('¥9,500–15 万');
    expect(showRange(12000000, 12000000, 'CNY', 'zh')).toBe('12 万');
    expect(showRange(12000000, 15000000, 'JPY', 'zh')).toBe('1200–1500 万');
  });
});

describe('phone', () => {
  it('groups Chinese mobile numbers and leaves what it does not know', () => {
    expect(showPhone('+8613812345678')).toBe('138 1234 5678');
    expect(showPhone('1234')).toBe('1234');
  });
});
