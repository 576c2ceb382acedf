import type { messagesRpc, RpcInput, RpcOutput } from '@parley/contracts';
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

const membershipsOf = {
  name: 'memberships_of',
  text: `
    SELECT me.user_id AS "userId", me.room_id AS "roomId", head.revision, head.last_seq AS "lastSeq"
    FROM members me JOIN rooms head USING (room_id) WHERE me.user_id = ANY($1::uuid[])`,
};

/** The same of several people, in one query. */
export async function listMembershipsOf(
  dataSource: DataSource,
  { userIds }: RpcInput<typeof messagesRpc.membershipsOf>,
): Promise<RpcOutput<typeof messagesRpc.membershipsOf>> {
  const rows = await namedQuery<{ userId: string; roomId: string; revision: number; lastSeq: number }>(
    dataSource,
    membershipsOf,
    [userIds],
  );
  const members = [...Map.groupBy(rows, ({ userId }) => userId)].map(([userId, rooms]) => ({
    userId,
    roomIds: rooms.map(({ roomId }) => roomId),
    heads: rooms.map(({ revision, lastSeq }): [number, number] => [revision, lastSeq]),
  }));
  return { members };
}
