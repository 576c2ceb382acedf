import type { messagesRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { namedQuery, transaction } from '@parley/server-database';
import type { DataSource } from 'typeorm';

/** Takes the room's lock, as sending does; answers a row only where the snapshot is newer than what is known. */
const newerHead = {
  name: 'membership_newer_head',
  text: `
    INSERT INTO rooms (room_id, kind, membership_version, created_at, last_activity_at, requested_by)
    VALUES ($1, $2, $3, $4, $4, $5)
    ON CONFLICT (room_id) DO UPDATE SET membership_version = excluded.membership_version
      WHERE rooms.membership_version < excluded.membership_version
    RETURNING last_seq AS "lastSeq"`,
};

const removeOthers = {
  name: 'membership_remove_others',
  text: 'DELETE FROM members WHERE room_id = $1 AND user_id <> ALL($2::uuid[])',
};

const upsertMembers = {
  name: 'membership_upsert',
  text: `
    INSERT INTO members (room_id, user_id, role, last_read_seq, joined_seq)
    SELECT $1, member.user_id, member.role, $4::bigint, $4::bigint FROM unnest($2::uuid[], $3::text[]) AS member (user_id, role)
    ON CONFLICT (room_id, user_id) DO UPDATE SET role = excluded.role WHERE members.role <> excluded.role`,
};

/**
 * Takes over a snapshot of a room's members, unless a newer one was applied before. Whoever is not in it is out when this resolves:
 * a message of theirs was either stored before, or is refused. New members have read all that there is.
 */
export async function setMembership(
  dataSource: DataSource,
  { roomId, kind, version, createdAt, members, requestedBy }: RpcInput<typeof messagesRpc.setMembership>,
): Promise<RpcOutput<typeof messagesRpc.setMembership>> {
  await transaction(dataSource, async (manager) => {
    const newer = [roomId, kind, version, createdAt, requestedBy ?? null];
    const [head] = await namedQuery<{ lastSeq: number }>(manager, newerHead, newer);
    if (!head) return;
    const userIds = members.map((member) => member.userId);
    const roles = members.map((member) => member.role);
    await namedQuery(manager, removeOthers, [roomId, userIds]);
    await namedQuery(manager, upsertMembers, [roomId, userIds, roles, head.lastSeq]);
  });
  return {};
}
