import { z } from 'zod';

/** Where somebody who looks for changed rooms again and again has come to. Numbers are of transactions. */
export interface ChangedCursor {
  /** What this walk is to find: rooms changed in this transaction or a later one. */
  readonly since: number;
  /** Within a walk of several pages: where the next walk begins, and the last room answered. */
  readonly page: { readonly nextSince: number; readonly changedIn: number; readonly roomId: string } | null;
}

const number = z
  .string()
  .regex(/^\d{1,16}$/)
  .transform(Number);
const PartsSchema = z.union([
  z.tuple([number]).transform(([since]): ChangedCursor => ({ since, page: null })),
  z.tuple([number, number, number, z.uuid()]).transform(([since, nextSince, changedIn, roomId]): ChangedCursor => ({
    since,
    page: { nextSince, changedIn, roomId },
  })),
]);

/** The cursor as the caller carries it. */
export function encodeChangedCursor({ since, page }: ChangedCursor): string {
  return page === null ? `${since}` : [since, page.nextSince, page.changedIn, page.roomId].join(' ');
}

/** Undefined for what `encodeChangedCursor` did not make. */
export function decodeChangedCursor(text: string): ChangedCursor | undefined {
  return PartsSchema.safeParse(text.split(' ')).data;
}
