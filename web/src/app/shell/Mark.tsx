/** 关, drawn as strokes: two people's ticks above one shared ground. */
export function Mark({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden>
      <rect width="64" height="64" rx="14" fill="#2d6a4b" />
      <g fill="none" stroke="#fbfaf7" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M23 12l4.5 8M41 12l-4.5 8M16 25h32M12 37h40M32 25v8c0 8-7 15-19 19M32 35c2 8 9 15 19 19" />
      </g>
    </svg>
  );
}
