export const percent = (part: number, digits = 0) => `${(part * 100).toFixed(digits)}%`;

/** Percentage points with their sign, as differences are told. */
export function points(difference: number): string {
  const rounded = Math.round(difference * 100);
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : '0';
}

export const size = (difference: number) => Math.abs(Math.round(difference * 100));
