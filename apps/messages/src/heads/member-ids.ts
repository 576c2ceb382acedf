import type { messagesRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';

interface MembersRow {
  readonly roomId: string;
  readonly userIds: string[];
  readonly version: number;
}

const membersOf = {
  name: 'member_ids',
  text: `
    SELECT asked.room_id AS "roomId",
      ARRAY(SELECT m.user_id FROM members m WHERE m.room_id = asked.room_id ORDER BY m.user_id)::text[] AS "userIds",
      coalesce((SELECT head.membership_version FROM rooms head WHERE head.room_id = asked.room_id), 0) AS version
    FROM unnest($1::uuid[]) AS asked (room_id)`,
};

/** Who is in these rooms at this moment: one statement, so that the version is that of these very members. */
export async function memberIds(
  dataSource: DataSource,
  { roomIds }: RpcInput<typeof messagesRpc.memberIds>,
): Promise<RpcOutput<typeof messagesRpc.memberIds>> {
  return { rooms: await namedQuery<MembersRow>(dataSource, membersOf, [roomIds]) };
}
