import { ParleyError, type messagesRpc, type RpcInput, type RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { noSuchRoom } from '../message/refusals';
import { excerptOf } from './excerpt';
import { findNewest, type Found, type Pace, type SearchedRoom } from './find-newest';
import { decodeSearchCursor, encodeSearchCursor } from './search-cursor';
import { searchedRoomsStatement, termsStatement } from './search-statements';
import { soughtWord, type Stem } from './sought-word';
import { stemmersOf } from './stemmers';

/** What a text is searched by. */
interface Terms {
  readonly terms: readonly string[];
  readonly stems: readonly Stem[];
  readonly runs: readonly string[];
}

/**
 * Messages in which every word of `q` begins a word (or, where words are not divided by spaces, stands somewhere), in all rooms of the
 * member or the one named, newest first. Case and accents do not count, nor, in the languages named, do endings. Deleted messages are not found.
 * @throws ParleyError `not_found` for a room that they are not in; `validation_failed` where `q` holds nothing to search by, or for a
 * cursor that is none.
 */
export async function searchMessages(
  dataSource: DataSource,
  userId: string,
  { q, roomId, cursor, limit, languages = [] }: RpcInput<typeof messagesRpc.search>,
  pace?: Pace,
): Promise<RpcOutput<typeof messagesRpc.search>> {
  const after = cursor === undefined ? undefined : decodeSearchCursor(cursor);
  const [asked] = await namedQuery<Terms>(dataSource, termsStatement, [q, stemmersOf(languages)]);
  if (!asked || !isEnough(asked.terms)) throw nothingToSearch();
  const rooms = await namedQuery<SearchedRoom>(dataSource, searchedRoomsStatement, [userId, roomId, after?.createdAt]);
  if (roomId !== undefined && rooms.length === 0) throw noSuchRoom();
  const { terms, stems, runs } = asked;
  const words = terms.map((term) => soughtWord(term, stems));
  const found = await findNewest(dataSource, { userId, words, runs, after, count: limit + 1 }, rooms, pace);
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(({ text, createdAt, inflected, ...hit }) => ({
      ...hit,
      createdAt: createdAt.toISOString(),
      ...excerptOf(text, [...terms, ...inflected]),
    })),
    nextCursor: last ? cursorAfter(last) : null,
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

function cursorAfter({ createdAt, roomId, seq }: Found): string {
  return encodeSearchCursor({ createdAt: createdAt.toISOString(), roomId, seq });
}
