import type { Role, RoomKind, RoomRecord } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource, EntityManager } from 'typeorm';
import { noSuchRoom } from './refusals';

interface RecordRow {
  readonly roomId: string;
  readonly kind: RoomKind;
  readonly title: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly pinned: boolean;
  readonly muted: boolean;
  readonly archived: boolean;
  /** The longest-standing first; times as JSON has them. */
  readonly members: readonly { readonly userId: string; readonly role: Role; readonly joinedAt: string }[];
}

/** Rooms with their members, through the membership of one of them: who is in none of them reads nothing. */
const records = {
  name: 'room_records',
  text: `
    SELECT room.room_id AS "roomId", room.kind, room.title, room.created_at AS "createdAt", room.updated_at AS "updatedAt",
      me.pinned, me.muted, me.archived,
      (SELECT json_agg(json_build_object('userId', user_id, 'role', role, 'joinedAt', joined_at) ORDER BY joined_at, user_id)
        FROM members WHERE members.room_id = room.room_id) AS members
    FROM members me
    JOIN rooms room ON room.room_id = me.room_id
    WHERE me.user_id = $1 AND me.room_id = ANY($2::uuid[])`,
};

/** Rooms as one of their members sees them, in the order asked; rooms that this person is not in are left out. One query. */
export async function readRecords(
  executor: DataSource | EntityManager,
  userId: string,
  roomIds: readonly string[],
): Promise<RoomRecord[]> {
  const rows = await namedQuery<RecordRow>(executor, records, [userId, roomIds]);
  const byId = new Map(rows.map((row) => [row.roomId, row]));
  return roomIds.flatMap((roomId) => byId.get(roomId) ?? []).map(toRecord);
}

/** @throws ParleyError `not_found` for who is not in the room */
export async function readRecord(
  executor: DataSource | EntityManager,
  userId: string,
  roomId: string,
): Promise<RoomRecord> {
  const [record] = await readRecords(executor, userId, [roomId]);
  if (!record) throw noSuchRoom();
  return record;
}

function toRecord({
  roomId,
  kind,
  title,
  createdAt,
  updatedAt,
  pinned,
  muted,
  archived,
  members,
}: RecordRow): RoomRecord {
  return {
    ...{ id: roomId, kind, title },
    members: members.map(({ userId, role, joinedAt }) => ({
      userId,
      role,
      joinedAt: new Date(joinedAt).toISOString(),
    })),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    settings: { pinned, muted, archived },
  };
}
