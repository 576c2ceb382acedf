import {
  limits,
  type messagesRpc,
  type ReadCursor,
  type RoomChanges,
  type RpcInput,
  type RpcOutput,
} from '@parley/contracts';
import { namedQuery, transaction } from '@parley/server-database';
import type { DataSource, EntityManager } from 'typeorm';
import { toMessage } from '../message/message-row';
import { completeUpTo } from '../retention/kept-revision';
import {
  type ChangeRow,
  changesStatement,
  type Head,
  headsStatement,
  namedHeadsStatement,
  type UnreadRow,
  unreadStatement,
} from './sync-statements';

type SyncInput = RpcInput<typeof messagesRpc.sync>;
type SyncOutput = RpcOutput<typeof messagesRpc.sync>;

/** A room that has changed since the revision that the client knows. */
interface ChangedRoom {
  readonly head: Head;
  /** What the client has of it: everything up to this revision. */
  readonly since: number;
}

/**
 * All that changed in the named rooms after the revisions named, and which rooms the member came into or is out of. Rooms are served in
 * the order of the question until there is no space left; asked again with the answered revisions, a client ends up with everything.
 * Where nothing has changed, as for most who reconnect, that takes one query and no transaction; else everything is read in one snapshot.
 * Reading changes no revision: where the question says how far the member has read, those cursors are answered that stand elsewhere.
 */
export async function syncRooms(dataSource: DataSource, userId: string, input: SyncInput): Promise<SyncOutput> {
  const { changed, moved, answer } = compare(input, await readHeads(dataSource, userId, input));
  if (changed.length === 0) return moved.length === 0 ? answer : withCursors(dataSource, userId, moved, answer);
  return transaction(dataSource, (manager) => sync(manager, userId, input), { isolation: 'REPEATABLE READ' });
}

async function sync(manager: EntityManager, userId: string, input: SyncInput): Promise<SyncOutput> {
  const { changed, moved, answer } = compare(input, await readHeads(manager, userId, input));
  const read = moved.length === 0 ? answer : await withCursors(manager, userId, moved, answer);
  return changed.length === 0 ? read : { ...read, rooms: await readChanges(manager, userId, changed) };
}

/** Adds where the member's cursors stand, with what is unread after them. */
async function withCursors(
  db: DataSource | EntityManager,
  userId: string,
  roomIds: readonly string[],
  answer: SyncOutput,
): Promise<SyncOutput> {
  const rows = await namedQuery<UnreadRow>(db, unreadStatement, [userId, roomIds]);
  const read = Object.fromEntries(
    rows.map(({ roomId, lastReadSeq, unreadCount }): [string, ReadCursor] => [roomId, { lastReadSeq, unreadCount }]),
  );
  return { ...answer, read };
}

function readHeads(db: DataSource | EntityManager, userId: string, { rooms, partial }: SyncInput): Promise<Head[]> {
  return partial
    ? namedQuery<Head>(db, namedHeadsStatement, [userId, Object.keys(rooms)])
    : namedQuery<Head>(db, headsStatement, [userId]);
}

/** Which of the named rooms have changed, in which the cursor stands elsewhere, and the answer but for these. */
function compare(
  { rooms: known, read = {} }: SyncInput,
  heads: readonly Head[],
): { changed: ChangedRoom[]; moved: string[]; answer: SyncOutput } {
  const headOf = new Map(heads.map((head) => [head.roomId, head]));
  const changed = Object.entries(known).flatMap(([roomId, revision]) => {
    const head = headOf.get(roomId);
    // A revision above the room's is of another history than ours: the client gets all of it.
    const since = head && revision <= head.revision ? revision : 0;
    return head && since < head.revision ? [{ head, since }] : [];
  });
  const named = Object.keys(known);
  const isNamed = new Set(named);
  const joined = heads.flatMap(({ roomId }) => (isNamed.has(roomId) ? [] : [roomId]));
  const answer = {
    rooms: {},
    joined: joined.slice(0, limits.syncJoinedRooms),
    joinedMore: joined.length > limits.syncJoinedRooms,
    left: named.filter((roomId) => !headOf.has(roomId)),
  };
  const moved = named.filter(
    (roomId) => read[roomId] !== undefined && headOf.has(roomId) && headOf.get(roomId)?.lastReadSeq !== read[roomId],
  );
  return { changed, moved, answer };
}

async function readChanges(
  manager: EntityManager,
  userId: string,
  changed: readonly ChangedRoom[],
): Promise<Record<string, RoomChanges>> {
  const roomIds = changed.map(({ head }) => head.roomId);
  // Nearly each changed room has one message at least, so hardly more rooms than that can be served.
  const served = changed.slice(0, limits.syncMessagesTotal);
  const messages = await namedQuery<ChangeRow>(manager, changesStatement, [
    served.map(({ head }) => head.roomId),
    served.map(({ since }) => since),
  ]);
  const counts = await namedQuery<UnreadRow>(manager, unreadStatement, [userId, roomIds]);
  const messagesOf = Map.groupBy(messages, (row) => row.roomId);
  const unreadOf = new Map(counts.map((row) => [row.roomId, row.unreadCount]));
  return Object.fromEntries(
    changed.map((room) => [
      room.head.roomId,
      toRoomChanges(room, messagesOf.get(room.head.roomId) ?? [], unreadOf.get(room.head.roomId) ?? 0),
    ]),
  );
}

function toRoomChanges({ head, since }: ChangedRoom, rows: readonly ChangeRow[], unreadCount: number): RoomChanges {
  return {
    messages: rows.map(toMessage),
    // The latest change of a message that is kept: who has that one has everything.
    ...completeUpTo(head, rows.at(-1)?.revision ?? since),
    lastSeq: head.lastSeq,
    unreadCount,
  };
}
