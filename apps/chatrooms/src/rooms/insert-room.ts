import type { Role } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { EntityManager } from 'typeorm';
import type { RoomEntity } from './room.entity';

const insertRoomRow = {
  name: 'insert_room',
  text: `
    INSERT INTO rooms (room_id, kind, title, direct_key, requested_by, membership_version, created_at, updated_at)
    VALUES ($1, $2, $3, $4, $5, 1, now(), now())
    ON CONFLICT (direct_key) DO NOTHING
    RETURNING room_id`,
};

const insertMembers = {
  name: 'insert_first_members',
  text: `
    INSERT INTO members (room_id, user_id, role, joined_at, joined_version)
    SELECT $1, member.user_id, member.role, now(), 1 FROM unnest($2::uuid[], $3::text[]) AS member (user_id, role)`,
};

type NewRoom = Pick<RoomEntity, 'roomId' | 'kind' | 'title' | 'directKey' | 'requestedBy'>;

/** Makes a room with its first members. Answers false, and does nothing, where the pair of a direct room has one. */
export async function insertRoom(
  manager: EntityManager,
  { roomId, kind, title, directKey, requestedBy }: NewRoom,
  members: readonly { readonly userId: string; readonly role: Role }[],
): Promise<boolean> {
  const inserted = await namedQuery(manager, insertRoomRow, [roomId, kind, title, directKey, requestedBy]);
  if (inserted.length === 0) return false;
  const userIds = members.map((member) => member.userId);
  const roles = members.map((member) => member.role);
  await namedQuery(manager, insertMembers, [roomId, userIds, roles]);
  return true;
}
