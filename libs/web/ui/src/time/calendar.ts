/** The calendar day of a moment where the reader is, as `2026-11-22`. */
export function dayKey(time: number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** How many calendar days lie between two moments where the reader is; negative where `then` is after `now`. */
export function daysBetween(then: number, now: number): number {
  const midnight = (time: number): number => {
    const date = new Date(time);
    // Noon in UTC of the local day: days of 23 and 25 hours count as one.
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate(), 12);
  };
  return Math.round((midnight(now) - midnight(then)) / 86_400_000);
}
