/**
 * How many of some things stand in a line that is so wide: all of them, or so many that the sign for the rest fits too; one at least, which is cut then.
 * All in pixels.
 */
export function howManyFit(line: number, widths: readonly number[], gap: number, sign: number): number {
  let taken = 0;
  let count = 0;
  for (const [index, width] of widths.entries()) {
    taken += width + (index === 0 ? 0 : gap);
    const isLast = index === widths.length - 1;
    // Browsers round widths in their own ways.
    if (taken + (isLast ? 0 : gap + sign) > line + 0.5) break;
    count++;
  }
  // The last one may fit where the sign would have had no room beside the one before it.
  const whole = widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1);
  return whole <= line + 0.5 ? widths.length : Math.max(Math.min(1, widths.length), count);
}
