import * as z from 'zod';

/** Any UUID, answered in lower case. Ids that Parley makes are version 7; one of another version is simply not found. */
export const UuidSchema = z.guid('must be a UUID').toLowerCase();

/** RFC 3339, UTC, milliseconds. Year 0, which RFC 3339 can write, is none that a database knows. */
export const TimeSchema = z.iso.datetime({ precision: 3 }).refine((time) => !time.startsWith('0000'), 'must be a time');

/** The place of a message in its room: 1, 2, 3 … */
export const SeqSchema = z.int().min(1);
/** A place that may be before the first message, such as a read cursor or `lastSeq` of an empty room. */
export const SeqOrZeroSchema = z.int().min(0);
/** A room's count of changes. */
export const RevisionSchema = z.int().min(0);

/** Number of Unicode code points, which is what every text limit counts. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** The first `max` code points of a text, with an ellipsis where something was cut. */
export function clip(text: string, max: number): string {
  // A text of at most `max` UTF-16 units cannot have more code points than that.
  if (text.length <= max) return text;
  const points = Array.from(text);
  return points.length <= max ? text : `${points.slice(0, max - 1).join('')}…`;
}

/** Whether a UTF-8 text column can hold it: no lone surrogates, no NUL. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/**
 * Free text as it is stored: trimmed, NFC, `min` to `max` code points. Lone surrogates and NUL are refused.
 */
export function textSchema(min: number, max: number) {
  return z
    .string()
    .refine(isStorable, 'must be valid Unicode text without NUL')
    .transform((text) => text.trim().normalize('NFC'))
    .refine(
      (text) => text.length >= min && codePoints(text) >= min,
      min === 1 ? 'must not be empty' : `must have at least ${min} characters`,
    )
    .refine((text) => text.length <= max || codePoints(text) <= max, `must have at most ${max} characters`);
}

/** Controls, zero-width characters that join nothing, and direction overrides: they would let one name pass for another. */
const DECEPTIVE = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** One line that names something (a person, a group): as `textSchema`, deceptive characters removed, white space folded, something to see in it. */
export function nameSchema(max: number) {
  return z
    .string()
    .refine(isStorable, 'must be valid Unicode text without NUL')
    .transform((text) => text.replace(/\s+/gu, ' ').replace(DECEPTIVE, '').trim().normalize('NFC'))
    .refine((text) => /[\p{L}\p{N}\p{S}\p{P}]/u.test(text), 'must have at least one visible character')
    .refine((text) => codePoints(text) <= max, `must have at most ${max} characters`);
}

/** A whole number in a query string. `Number('')`, `1e3` and ` 7` are refused, not guessed at. */
export function queryInt(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,15}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max));
}
