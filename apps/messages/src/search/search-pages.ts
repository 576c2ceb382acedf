import { newestFirst, type Found } from './find-newest';
import { tiersFor } from './match-tier';
import { encodeSearchCursor, noSuchCursor, type RankedCursor, type SearchCursor } from './search-cursor';

/** So many of the newest are ordered by how well they match: each page looks through all of them. */
const RANKED = 200;
/** A room before all others, so that a place in it is before all that was sent at the same time. */
const NO_ROOM = '00000000-0000-0000-0000-000000000000';

/** How a search is cut into pages: what is to be found for one, and what of that is on it. */
export interface Pages {
  /** Only what comes after it, newest first, is to be found. */
  readonly after: SearchCursor | undefined;
  readonly count: number;
  pageOf(found: readonly Found[]): { readonly items: readonly Found[]; readonly nextCursor: string | null };
}

/** Newest first. @throws ParleyError `validation_failed` for a cursor of the other order */
export function recentPages(limit: number, cursor: SearchCursor | RankedCursor | undefined): Pages {
  if (cursor && 'tier' in cursor) throw noSuchCursor();
  return {
    after: cursor,
    count: limit + 1,
    pageOf(found) {
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return { items, nextCursor: last && found.length > limit ? encodeSearchCursor(placeOf(last)) : null };
    },
  };
}

/**
 * The newest 200 by how well they match, the newest first of those that match alike; then what is older, newest first. What is sent after the first page was
 * answered is on none, so that nothing is on two.
 */
export function rankedPages(q: string, limit: number, cursor: SearchCursor | RankedCursor | undefined): Pages {
  if (cursor && !('tier' in cursor)) return recentPages(limit, cursor);
  const tierOf = tiersFor(q);
  return {
    after: cursor && { createdAt: cursor.until, roomId: NO_ROOM, seq: 1 },
    count: RANKED + 1,
    pageOf(found) {
      const until = cursor?.until ?? new Date((found[0]?.createdAt.getTime() ?? 0) + 1).toISOString();
      const ranked = found.slice(0, RANKED).map((hit) => ({ hit, tier: tierOf(hit.text) }));
      ranked.sort((one, other) => one.tier - other.tier || newestFirst(one.hit, other.hit));
      const left = cursor ? ranked.filter((one) => comesAfter(one, cursor)) : ranked;
      const page = left.slice(0, limit);
      const items = page.map(({ hit }) => hit);
      const [last, oldest] = [page.at(-1), found[RANKED - 1]];
      if (last && left.length > limit) {
        return { items, nextCursor: encodeSearchCursor({ ...placeOf(last.hit), tier: last.tier, until }) };
      }
      return { items, nextCursor: oldest && found.length > RANKED ? encodeSearchCursor(placeOf(oldest)) : null };
    },
  };
}

function comesAfter({ hit, tier }: { readonly hit: Found; readonly tier: number }, cursor: RankedCursor): boolean {
  if (tier !== cursor.tier) return tier > cursor.tier;
  return newestFirst(hit, { ...hit, ...cursor, createdAt: new Date(cursor.createdAt) }) > 0;
}

function placeOf({ createdAt, roomId, seq }: Found): SearchCursor {
  return { createdAt: createdAt.toISOString(), roomId, seq };
}
