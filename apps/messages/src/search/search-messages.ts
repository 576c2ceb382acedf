import { ParleyError, type messagesRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { noSuchRoom } from '../message/refusals';
import { excerptOf } from './excerpt';
import { findNewest, type Pace, type SearchedRoom } from './find-newest';
import { decodeSearchCursor } from './search-cursor';
import { rankedPages, recentPages } from './search-pages';
import { searchedRoomsStatement, termsStatement } from './search-statements';
import { soughtWord, type Stem } from './sought-word';
import { stemmersOf } from './stemmers';

/** How long a search may take where nobody says how long they wait, in milliseconds. */
const PATIENCE_MS = 10_000;

/** What a text is searched by. */
interface Terms {
  readonly terms: readonly string[];
  readonly stems: readonly Stem[];
  readonly runs: readonly string[];
}

/**
 * Messages in which every word of `q` begins a word (or, where words are not divided by spaces, stands somewhere), in all rooms of the
 * member or the one named. Case and accents do not count, nor, in the languages named, do endings. Deleted messages are not found. Newest first; or, by
 * `sort`, the newest 200 ordered by how well they match, and what is older after them.
 * @param deadline when the caller stops waiting, in epoch milliseconds
 * @throws ParleyError `unavailable` where the deadline passes first; `not_found` for a room that they are not in; `validation_failed` where `q` holds nothing to search by, or for a
 * cursor that is none.
 */
export async function searchMessages(
  dataSource: DataSource,
  userId: string,
  { q, roomId, cursor: encoded, limit, languages = [], sort = 'recent' }: RpcInput<typeof messagesRpc.search>,
  { pace, deadline = Date.now() + PATIENCE_MS }: { readonly pace?: Pace | undefined; readonly deadline?: number } = {},
): Promise<RpcOutput<typeof messagesRpc.search>> {
  const cursor = encoded === undefined ? undefined : decodeSearchCursor(encoded);
  const pages = sort === 'relevance' ? rankedPages(q, limit, cursor) : recentPages(limit, cursor);
  const [asked] = await namedQuery<Terms>(dataSource, termsStatement, [q, stemmersOf(languages)]);
  if (!asked || !isEnough(asked.terms)) throw nothingToSearch();
  const { after, count } = pages;
  const rooms = await namedQuery<SearchedRoom>(dataSource, searchedRoomsStatement, [userId, roomId, after?.createdAt]);
  if (roomId !== undefined && rooms.length === 0) throw noSuchRoom();
  const { terms, stems, runs } = asked;
  const words = terms.map((term) => soughtWord(term, stems));
  const { items, nextCursor } = pages.pageOf(
    await findNewest(dataSource, { userId, words, runs, after, count, deadline }, rooms, pace),
  );
  return {
    items: items.map(({ text, createdAt, inflected, ...hit }) => ({
      ...hit,
      createdAt: createdAt.toISOString(),
      ...excerptOf(text, [...terms, ...inflected]),
    })),
    nextCursor,
  };
}

/** One Latin letter begins too many words to be worth an answer; one Han character is a word. */
function isEnough(terms: readonly string[]): boolean {
  return terms.some((term) => /\p{Script=Han}/u.test(term) || Array.from(term).length > 1);
}

function nothingToSearch(): ParleyError {
  const message = 'must have a word of two letters or more';
  return new ParleyError('validation_failed', `q: ${message}`, { errors: [{ path: 'q', message }] });
}
