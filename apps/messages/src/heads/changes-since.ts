import type { messagesRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { namedQuery, transaction } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { messageColumns, toMessage, type MessageRow } from '../message/message-row';
import { completeUpTo, keptRevision } from '../retention/kept-revision';

interface HeadRow {
  readonly roomId: string;
  readonly revision: number;
  readonly keptRevision: number;
  readonly membersVersion: number;
}

const headsOf = {
  name: 'changes_since_heads',
  text: `
    SELECT head.room_id AS "roomId", head.revision, head.membership_version AS "membersVersion",
      ${keptRevision('head')} AS "keptRevision"
    FROM rooms head WHERE head.room_id = ANY ($1::uuid[])`,
};

/** Messages at once: a burst that no reader at an ordinary pace is cut off for. */
const MESSAGES = 200;

/** $1 rooms, $2 the revisions that are known of them. */
const changesOf = {
  name: 'changes_since',
  text: `
    SELECT ${messageColumns('changed')}
    FROM unnest($1::uuid[], $2::bigint[]) WITH ORDINALITY AS asked (room_id, since, place)
    CROSS JOIN LATERAL (
      SELECT * FROM messages m WHERE m.room_id = asked.room_id AND m.revision > asked.since
      ORDER BY m.revision LIMIT ${MESSAGES}
    ) changed
    ORDER BY asked.place, changed.revision LIMIT ${MESSAGES}`,
};

/**
 * What changed in rooms after the revisions named, in its present state, for an edge that passes it on to members only. A room for which no space
 * is left is answered without messages and with its own revision.
 */
export function changesSince(
  dataSource: DataSource,
  { rooms }: RpcInput<typeof messagesRpc.changesSince>,
): Promise<RpcOutput<typeof messagesRpc.changesSince>> {
  const asked = rooms.map(({ roomId }) => roomId);
  return transaction(
    dataSource,
    async (manager) => {
      const heads = await namedQuery<HeadRow>(manager, headsOf, [asked]);
      const since = rooms.map(({ revision }) => revision);
      const messages = (await namedQuery<MessageRow>(manager, changesOf, [asked, since])).map(toMessage);
      const messagesOf = Map.groupBy(messages, ({ roomId }) => roomId);
      const headOf = new Map(heads.map((head) => [head.roomId, head]));
      return {
        rooms: rooms.flatMap(({ roomId, revision: known }) => {
          const head = headOf.get(roomId);
          if (head === undefined) return [];
          const found = messagesOf.get(roomId) ?? [];
          // Who has the latest change of a message that is kept has everything. A room that is said to be ahead has gone back.
          const upTo = completeUpTo(head, found.at(-1)?.revision ?? known);
          return [{ roomId, messages: found, ...upTo, membersVersion: head.membersVersion }];
        }),
      };
    },
    { isolation: 'REPEATABLE READ' },
  );
}
