import { toMinor } from '../format/money';

const steps: Record<string, number[]> = {
  CNY: [50_000, 80_000, 120_000, 150_000, 200_000, 300_000, 500_000],
};
const elsewhere = [15_000, 20_000, 30_000, 45_000, 60_000, 90_000];

/** Neighbouring steps make the ranges people name in a showroom. */
export function presetsFor(currency: string): { from: number; to: number }[] {
  const amounts = (steps[currency] ?? elsewhere).map((each) => toMinor(each, currency));
  return amounts.slice(1).map((to, at) => ({ from: amounts[at] ?? 0, to }));
}
