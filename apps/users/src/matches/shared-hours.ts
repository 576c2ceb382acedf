import { LRUCache } from 'lru-cache';

/** People are taken to answer between 8 and 22 o'clock by their own clock. */
const wakingMinutes = 14 * 60;
const dayMinutes = 24 * 60;

/**
 * The part of their waking hours that two people share, 0 to 1, from what their clocks are ahead of UTC, in minutes.
 * The same in both directions. Clocks 12 hours apart still leave 4 of 14 hours: one's evening is the other's morning.
 */
export function sharedHours(offsetA: number, offsetB: number): number {
  const apart = Math.abs(offsetA - offsetB) % dayMinutes;
  // Seen from one day, the other's waking hours lie `apart` later and also `apart` less a day, that is earlier.
  const overlap = Math.max(0, wakingMinutes - apart) + Math.max(0, wakingMinutes - (dayMinutes - apart));
  return overlap / wakingMinutes;
}

/** Making a formatter costs a hundred times what using it does. People choose among some 600 zones. */
const formats = new LRUCache<string, Intl.DateTimeFormat>({ max: 1_000 });

/**
 * How far the clocks of a time zone are ahead of UTC at a moment, in minutes.
 * @param timezone an IANA name, or an offset like `+02:00`, that `Intl` knows
 */
export function utcOffset(timezone: string, at: Date): number {
  const format =
    formats.get(timezone) ?? new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' });
  formats.set(timezone, format);
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
