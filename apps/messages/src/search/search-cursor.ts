import { ParleyError, SeqSchema, TimeSchema, UuidSchema } from '@parley/contracts';
import { z } from 'zod';

const placeSchema = { createdAt: TimeSchema, roomId: UuidSchema, seq: SeqSchema };
/** The last message answered, by what results are ordered by. */
const SearchCursorSchema = z.strictObject(placeSchema);
/** The last one answered of those that are ordered by how well they match: the newest before `until`. */
const RankedCursorSchema = z.strictObject({ ...placeSchema, tier: z.int().min(0).max(3), until: TimeSchema });
export type SearchCursor = z.infer<typeof SearchCursorSchema>;
export type RankedCursor = z.infer<typeof RankedCursorSchema>;

/** The cursor as the client carries it. */
export function encodeSearchCursor(cursor: SearchCursor | RankedCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws ParleyError `validation_failed` for what `encodeSearchCursor` did not make. */
export function decodeSearchCursor(text: string): SearchCursor | RankedCursor {
  const result = z
    .union([SearchCursorSchema, RankedCursorSchema])
    .safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
  if (result.success) return result.data;
  throw noSuchCursor();
}

/** A cursor that this search has not answered. */
export function noSuchCursor(): ParleyError {
  return new ParleyError('validation_failed', 'cursor: is none that this search has answered', {
    errors: [{ path: 'cursor', message: 'is none that this search has answered' }],
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
