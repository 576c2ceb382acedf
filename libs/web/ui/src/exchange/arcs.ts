/**
 * The two interlocked arcs that are Parley's mark and the gauge of a match, in a box of 32 by 32: teaching left, learning right. Each begins
 * just short of the other's ring and reaches round into the middle of it, so that the two hold each other and nowhere touch.
 */
const RADIUS = 8;
const SWEEP = 264;

interface Ring {
  readonly cx: number;
  readonly cy: number;
  /** Where the arc begins outside, in degrees clockwise from three o'clock. It runs counter-clockwise from there into the other ring. */
  readonly from: number;
}

const rings = {
  teach: { cx: 11.5, cy: 16, from: 264 },
  learn: { cx: 20.5, cy: 16, from: 84 },
} as const satisfies Record<string, Ring>;

export type ExchangeSide = keyof typeof rings;

const point = ({ cx, cy }: Ring, degrees: number): string => {
  const angle = (degrees * Math.PI) / 180;
  return `${(cx + RADIUS * Math.cos(angle)).toFixed(2)} ${(cy + RADIUS * Math.sin(angle)).toFixed(2)}`;
};

/** The first `share` (0 to 1) of one side's arc as an SVG path, from its outer end inwards. */
export function arcPath(side: ExchangeSide, share = 1): string {
  const ring = rings[side];
  const sweep = SWEEP * share;
  return `M${point(ring, ring.from)}A${RADIUS} ${RADIUS} 0 ${sweep > 180 ? 1 : 0} 0 ${point(ring, ring.from - sweep)}`;
}

/** How much of a side is shown for a share of 0 to 1: something where there is anything at all, everything only where it is all. */
export function shownShare(share: number): number {
  if (!(share > 0)) return 0;
  return share >= 1 ? 1 : Math.min(0.92, Math.max(0.24, share));
}
