export const percent = (part: number, digits = 0) => `${(part * 100).toFixed(digits)}%`;

/** Percentage points with their sign, as differences are told. */
export function points(difference: number): string {
  const rounded = Math.round(difference * 100);
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : '0';
}

/** An end of an interval: one that is not zero is never told as zero, or "beyond chance" would not be seen. */
export function bound(difference: number): string {
  const rounded = (difference * 100).toFixed(1);
  if (Math.round(difference * 100) !== 0 || Number(rounded) === 0) return points(difference);
  return difference > 0 ? `+${rounded}` : `−${rounded.slice(1)}`;
}

export const size = (difference: number) => Math.abs(Math.round(difference * 100));
