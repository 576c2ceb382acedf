import type { messagesRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';

const membersOf = {
  name: 'member_ids',
  text: `
    SELECT asked.room_id AS "roomId",
      ARRAY(SELECT m.user_id FROM members m WHERE m.room_id = asked.room_id ORDER BY m.user_id)::text[] AS "userIds"
    FROM unnest($1::uuid[]) AS asked (room_id)`,
};

/** Who is in these rooms at this moment. */
export async function memberIds(
  dataSource: DataSource,
  { roomIds }: RpcInput<typeof messagesRpc.memberIds>,
): Promise<RpcOutput<typeof messagesRpc.memberIds>> {
  return { rooms: await namedQuery<{ roomId: string; userIds: string[] }>(dataSource, membersOf, [roomIds]) };
}
