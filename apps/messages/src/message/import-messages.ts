import type { messagesRpc, RpcInput, RpcOutput } from '@parley/contracts';
import { namedQuery, transaction } from '@parley/server-database';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { noSuchRoom } from './refusals';

const lockRoom = {
  name: 'import_lock_room',
  text: 'SELECT last_seq AS "lastSeq" FROM rooms WHERE room_id = $1 FOR NO KEY UPDATE',
};

/** Numbers what is not there yet in the order given, once for each sender and clientMessageId. */
const insertMessages = {
  name: 'import_insert_messages',
  text: `
    WITH given AS (
      SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::bigint[])
        WITH ORDINALITY AS g (sender_id, client_message_id, id, text, created_at, reply_to_seq, place)
    ), fresh AS (
      SELECT DISTINCT ON (sender_id, client_message_id) * FROM given g
      WHERE NOT EXISTS (
        SELECT FROM messages m
        WHERE m.room_id = $1 AND m.sender_id = g.sender_id AND m.client_message_id = g.client_message_id
      )
      ORDER BY sender_id, client_message_id, place
    ), numbered AS (
      SELECT *, row_number() OVER (ORDER BY place) AS step FROM fresh
    ), inserted AS (
      INSERT INTO messages (room_id, seq, revision, id, client_message_id, sender_id, created_at, text, reply_to_seq)
      SELECT $1, r.last_seq + n.step, r.revision + n.step, n.id, n.client_message_id, n.sender_id, n.created_at, n.text,
        CASE WHEN n.reply_to_seq < r.last_seq + n.step THEN n.reply_to_seq END
      FROM numbered n CROSS JOIN rooms r WHERE r.room_id = $1
      RETURNING seq, revision, sender_id, created_at
    ), head AS (
      UPDATE rooms SET (last_seq, revision, last_activity_at) =
        (SELECT i.seq, i.revision, i.created_at FROM inserted i ORDER BY i.seq DESC LIMIT 1),
        requested_by = CASE
          WHEN NOT EXISTS (SELECT FROM inserted i WHERE i.sender_id <> rooms.requested_by) THEN rooms.requested_by
        END,
        times_fall = rooms.times_fall OR EXISTS (
          SELECT FROM (
            SELECT i.created_at > clock_timestamp() OR i.created_at
              < lag(i.created_at, 1, CASE WHEN rooms.last_seq > 0 THEN rooms.last_activity_at END) OVER (ORDER BY i.seq) AS falls
            FROM inserted i
          ) placed WHERE falls
        )
      WHERE room_id = $1 AND EXISTS (SELECT FROM inserted)
    ), cursors AS (
      UPDATE members SET last_read_seq = own.seq
      FROM (SELECT sender_id, max(seq) AS seq FROM inserted GROUP BY sender_id) own
      WHERE members.room_id = $1 AND members.user_id = own.sender_id
    )
    SELECT count(*)::integer AS imported, max(seq) AS "lastSeq" FROM inserted`,
};

/**
 * Appends history that was written elsewhere, with its own times, in the order given; what is there already (by sender and
 * clientMessageId) is passed over. Times that fall, here or against what is to be sent, are noted by the room. As with sending, a sender's read cursor moves to the last message of theirs. Senders need not be
 * members: history outlives membership. A reply names the place of a message before it; one to any other place is imported as no reply.
 * @throws ParleyError `not_found` for a room that this service was not told of.
 */
export function importMessages(
  dataSource: DataSource,
  { roomId, messages }: RpcInput<typeof messagesRpc.importMessages>,
): Promise<RpcOutput<typeof messagesRpc.importMessages>> {
  return transaction(dataSource, async (manager) => {
    const [room] = await namedQuery<{ lastSeq: number }>(manager, lockRoom, [roomId]);
    if (!room) throw noSuchRoom();
    const [result] = await namedQuery<{ imported: number; lastSeq: number | null }>(manager, insertMessages, [
      roomId,
      messages.map((message) => message.senderId),
      messages.map((message) => message.clientMessageId),
      messages.map(() => uuidv7()),
      messages.map((message) => message.text),
      messages.map((message) => message.createdAt),
      messages.map((message) => message.replyToSeq ?? null),
    ]);
    return { imported: result?.imported ?? 0, lastSeq: result?.lastSeq ?? room.lastSeq };
  });
}
