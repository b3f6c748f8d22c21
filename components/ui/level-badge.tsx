export type LevelBadgeProps = {
  /** The level as written: 3A, 3B, 3C, 2, 1, Ⅰ–Ⅳ. */
  code: string
  /** Axis and level in full, 自治体機密性3B: for the pointer and for screen readers. */
  name: string
  /** Rank within its axis, 1 = lowest. */
  rank: number
  /** How many levels the axis has. */
  of: number
}

/** How full the square is, 0–4: the lowest level of an axis is empty, the highest is full. */
export function levelFill(rank: number, of: number): number {
  if (of < 2) return 0
  return Math.max(0, Math.min(4, Math.round(((rank - 1) / (of - 1)) * 4)))
}

/** A level as a small square that reads without colour. */
export function LevelBadge({ code, name, rank, of }: LevelBadgeProps) {
  return (
    <span role="img" aria-label={name} title={name} className={`level level-fill-${levelFill(rank, of)}`}>
      {code}
    </span>
  )
}
