import type { messagesRpc, RpcOutput } from '@parley/contracts';
import { namedQuery } from '@parley/server-database';
import type { DataSource } from 'typeorm';

const memberships = {
  name: 'memberships',
  text: `
    SELECT me.room_id AS "roomId", head.revision, head.last_seq AS "lastSeq"
    FROM members me JOIN rooms head USING (room_id) WHERE me.user_id = $1`,
};

/** All rooms that a person is in, and how far each has come. */
export async function listMemberships(
  dataSource: DataSource,
  userId: string,
): Promise<RpcOutput<typeof messagesRpc.memberships>> {
  const rows = await namedQuery<{ roomId: string; revision: number; lastSeq: number }>(dataSource, memberships, [
    userId,
  ]);
  return {
    roomIds: rows.map(({ roomId }) => roomId),
    heads: rows.map(({ revision, lastSeq }) => [revision, lastSeq]),
  };
}
