import { ParleyError, TimeSchema, UuidSchema } from '@parley/contracts';
import { z } from 'zod';

/** Where a walk through the ranked rooms has come to. */
const RankCursorSchema = z.strictObject({
  /** The latest activity of all that the walk's first page could see: rooms keep the rank that they had then. */
  asOf: TimeSchema,
  /** The last room answered, by what it was ranked by. */
  pinned: z.boolean(),
  activity: TimeSchema,
  roomId: UuidSchema,
});
export type RankCursor = z.infer<typeof RankCursorSchema>;

/** The cursor as the client carries it. */
export function encodeRankCursor(cursor: RankCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws ParleyError `validation_failed` for what `encodeRankCursor` did not make. */
export function decodeRankCursor(text: string): RankCursor {
  const result = RankCursorSchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
  if (result.success) return result.data;
  throw new ParleyError('validation_failed', 'cursor: is none that this list has answered', {
    errors: [{ path: 'cursor', message: 'is none that this list has answered' }],
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
