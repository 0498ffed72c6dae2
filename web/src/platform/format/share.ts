/** Below this many a percentage moves more by chance than by anything anybody did. */
export const enough = 20;

export type Share = { part: number; of: number; percent: number | null; missing: number };

/** A percentage is only told when its count is large enough; otherwise how many are still missing. */
export function shareOf(part: number, of: number): Share {
  const tells = of >= enough;
  return {
    part,
    of,
    percent: tells ? Math.round((part / of) * 100) : null,
    missing: Math.max(0, enough - of),
  };
}
