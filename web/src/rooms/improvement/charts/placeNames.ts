export type Dot = { x: number; y: number; name: string; /** Named before all others. */ first: boolean };
export type Side = 'right' | 'left' | 'top' | 'bottom';
type Box = { left: number; top: number; right: number; bottom: number };

const sides: Side[] = ['right', 'left', 'top', 'bottom'];
const gap = 10;
const lineHeight = 15;

/** Where each name stands beside its dot so that none lies on another; a name without room is left to the tip and the table. */
export function placeNames(dots: Dot[], frame: Box): (Side | null)[] {
  const taken: Box[] = dots.map(({ x, y }) => around(x, y, 7));
  const placed: (Side | null)[] = dots.map(() => null);
  const order = dots.map((_, at) => at).sort((a, b) => Number(dots[b]?.first) - Number(dots[a]?.first));
  for (const at of order) {
    const dot = dots[at];
    if (!dot) continue;
    const own = taken[at];
    const side = sides.find((each) => {
      const box = boxOf(dot, each);
      return within(box, frame) && !taken.some((other) => other !== own && overlap(box, other));
    });
    if (!side) continue;
    placed[at] = side;
    taken.push(boxOf(dot, side));
  }
  return placed;
}

/** A Chinese character is as wide as the line is high, a Latin one about half of that. */
const widthOf = (name: string) => [...name].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 12 : 7), 0);

function boxOf({ x, y, name }: Dot, side: Side): Box {
  const width = widthOf(name);
  if (side === 'right') return around(x + gap + width / 2, y, width / 2, lineHeight / 2);
  if (side === 'left') return around(x - gap - width / 2, y, width / 2, lineHeight / 2);
  const away = gap + lineHeight / 2;
  return around(x, side === 'top' ? y - away : y + away, width / 2, lineHeight / 2);
}

const around = (x: number, y: number, wide: number, high = wide): Box => ({
  left: x - wide,
  right: x + wide,
  top: y - high,
  bottom: y + high,
});

const within = (a: Box, b: Box) =>
  a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
