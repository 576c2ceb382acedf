import * as z from 'zod';
import { limits } from '../limits';
import { queryInt } from './primitives';

/** `?cursor=&limit=` of every list but message history. Cursors are opaque to clients. */
export const pageQuery = {
  cursor: z.string().max(1_024).optional(),
  limit: queryInt(1, limits.pageSizeMax).default(limits.pageSizeDefault),
};

/** The same once parsed, as it travels between services. */
export const pageInput = {
  cursor: z.string().max(1_024).optional(),
  limit: z.int().min(1).max(limits.pageSizeMax),
};

/** `{ items, nextCursor }`; `nextCursor` is null on the last page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
