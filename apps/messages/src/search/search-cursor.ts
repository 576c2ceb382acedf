import { ParleyError, SeqSchema, TimeSchema, UuidSchema } from '@parley/contracts';
import { z } from 'zod';

/** The last message answered, by what results are ordered by. */
const SearchCursorSchema = z.strictObject({ createdAt: TimeSchema, roomId: UuidSchema, seq: SeqSchema });
export type SearchCursor = z.infer<typeof SearchCursorSchema>;

/** The cursor as the client carries it. */
export function encodeSearchCursor(cursor: SearchCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws ParleyError `validation_failed` for what `encodeSearchCursor` did not make. */
export function decodeSearchCursor(text: string): SearchCursor {
  const result = SearchCursorSchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
  if (result.success) return result.data;
  throw new ParleyError('validation_failed', 'cursor: is none that this search has answered', {
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
