import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Takes the locks of the rooms to be written to; only a member's message takes one. */
const lockRooms = (more: string): string => `
  SELECT array_agg(locked.room_id) INTO held FROM (
    SELECT r.room_id FROM rooms r
    WHERE r.room_id IN (
      SELECT g.room_id FROM unnest(in_room_ids, in_sender_ids) AS g (room_id, user_id) JOIN members USING (room_id, user_id)
    )
    ORDER BY r.room_id FOR NO KEY UPDATE ${more}
  ) locked;`;

/**
 * Sending many messages, to as many rooms, as one call to the database and so as one round trip and one commit. What holds for
 * `append_message` holds here too: the rooms' locks come first, and each statement behind them sees what was committed before.
 *
 * Rooms are locked in the order of their ids, so that two such calls never wait for each other in a circle; and a call for several
 * rooms waits for none at all: a room that somebody else holds is left out, and its messages are answered as `busy`. A call with
 * `in_waits` waits, and is meant for the messages of one room.
 *
 * One (room, sender, clientMessageId) may be there only once in a call. The plan is the same whatever the tables look like when it is
 * made: by index for each message, never by reading a table.
 */
export class AppendMessages1795515381047 implements MigrationInterface {
  readonly name = 'AppendMessages1795515381047';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION append_messages(
        in_room_ids uuid[], in_sender_ids uuid[], in_client_message_ids uuid[], in_ids uuid[], in_texts text[], in_waits boolean
      ) RETURNS TABLE (
        place integer, outcome text, id uuid, seq bigint, revision bigint, created_at timestamptz, edited_at timestamptz,
        deleted_at timestamptz, text text
      ) LANGUAGE plpgsql
      SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
      AS $$
      #variable_conflict use_column
      DECLARE
        held uuid[];
      BEGIN
        IF in_waits THEN ${lockRooms('')}
        ELSE ${lockRooms('SKIP LOCKED')}
        END IF;

        RETURN QUERY
        WITH seen AS MATERIALIZED (
          SELECT g.*, me.user_id IS NOT NULL AS is_inside, head.room_id IS NOT NULL AS is_held,
            head.last_seq, head.revision AS last_revision,
            -- Asked behind the lock: whoever is out, or divided by a block, was so before this message.
            head.kind = 'direct' AND sending_blocked(g.room_id, g.sender_id) AS is_blocked,
            stored.id AS stored_id, stored.seq, stored.revision, stored.created_at, stored.edited_at, stored.deleted_at,
            stored.text AS stored_text, stored.sent_digest
          FROM unnest(in_room_ids, in_sender_ids, in_client_message_ids, in_ids, in_texts)
            WITH ORDINALITY AS g (room_id, sender_id, client_message_id, id, text, place)
          LEFT JOIN members me ON me.room_id = g.room_id AND me.user_id = g.sender_id
          LEFT JOIN rooms head ON head.room_id = me.room_id AND head.room_id = ANY (held)
          LEFT JOIN messages stored ON stored.room_id = head.room_id AND stored.sender_id = g.sender_id
            AND stored.client_message_id = g.client_message_id
        ), inserted AS (
          INSERT INTO messages (room_id, seq, revision, id, client_message_id, sender_id, created_at, text)
          SELECT s.room_id, s.last_seq + row_number() OVER room, s.last_revision + row_number() OVER room, s.id,
            s.client_message_id, s.sender_id, clock_timestamp(), s.text
          FROM seen s
          WHERE s.is_held AND s.stored_id IS NULL AND NOT s.is_blocked
          WINDOW room AS (PARTITION BY s.room_id ORDER BY s.place)
          RETURNING messages.room_id, messages.seq, messages.revision, messages.id, messages.sender_id, messages.created_at
        ), heads AS (
          UPDATE rooms SET last_seq = last.seq, revision = last.revision, last_activity_at = last.created_at
          FROM (SELECT DISTINCT ON (i.room_id) i.* FROM inserted i ORDER BY i.room_id, i.seq DESC) last
          WHERE rooms.room_id = last.room_id
        ), cursors AS (
          UPDATE members SET last_read_seq = own.seq
          FROM (SELECT i.room_id, i.sender_id, max(i.seq) AS seq FROM inserted i GROUP BY i.room_id, i.sender_id) own
          WHERE members.room_id = own.room_id AND members.user_id = own.sender_id
        )
        -- Of a new message only what the caller does not know; of a stored one its present state.
        SELECT s.place::integer, CASE
            WHEN i.id IS NOT NULL THEN 'created'
            WHEN NOT s.is_inside THEN 'outside'
            WHEN NOT s.is_held THEN 'busy'
            WHEN s.stored_id IS NULL THEN 'blocked'
            -- A repeat is no new message: it is answered across a block too. An edited or deleted one has only a digest of its first text.
            WHEN s.sent_digest IS NULL AND s.stored_text = s.text THEN 'repeated'
            WHEN s.sent_digest = sha256(convert_to(s.stored_id::text || s.text, 'UTF8')) THEN 'repeated'
            ELSE 'conflict'
          END,
          s.stored_id, coalesce(i.seq, s.seq), coalesce(i.revision, s.revision), coalesce(i.created_at, s.created_at),
          s.edited_at, s.deleted_at, s.stored_text
        FROM seen s LEFT JOIN inserted i ON i.id = s.id;
      END
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION append_messages');
  }
}
