import { ParleyError } from '@parley/contracts';
import type { z } from 'zod';

/** Turns the place where a page ended into the opaque text that clients hand back, and back again. */
export interface Cursor<Position> {
  /** The cursor that continues after `position`. */
  encode(position: Position): string;
  /**
   * The position in a cursor; `undefined` for no cursor, which is the first page.
   * @throws ParleyError `validation_failed` at `cursor` for text that no page of this list has answered.
   */
  decode(cursor: string | undefined): Position | undefined;
}

/**
 * A cursor over a list that is ordered by `position`, checked when it comes back: it is a client's input like any
 * other. It is not signed, for it only says where to go on in a list that the query itself restricts.
 */
export function cursorOver<Position>(position: z.ZodType<Position>): Cursor<Position> {
  return {
    encode: (value) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url'),
    decode(cursor) {
      if (cursor === undefined) return undefined;
      const result = position.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
      if (result.success) return result.data;
      throw new ParleyError('validation_failed', 'cursor: is not one that this list has answered', {
        errors: [{ path: 'cursor', message: 'is not one that this list has answered' }],
      });
    },
  };
}

/** `undefined`, which no position is, for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A page out of `limit + 1` rows: the extra row tells that there is more, and is not shown.
 * @param positionOf where a row stands in the list's order
 */
export function pageOfRows<Row, Position>(
  rows: readonly Row[],
  limit: number,
  cursor: Cursor<Position>,
  positionOf: (row: Row) => Position,
): { rows: readonly Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > limit && last ? cursor.encode(positionOf(last)) : null };
}
