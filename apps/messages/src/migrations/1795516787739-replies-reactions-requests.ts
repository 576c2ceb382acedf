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
 * What a message answers, the reactions to it, and direct rooms that begin as a request; and sending, which takes account of them.
 *
 * `append_messages` does what the function of the same name without replies does, which stays for processes of the release before, and
 * more: a reply must be to a message that is there; whoever asked for a direct room may send `in_request_messages` until they are
 * answered, and none once refused; and what the one who was asked sends is the answer.
 */
export class RepliesReactionsRequests1795516787739 implements MigrationInterface {
  readonly name = 'RepliesReactionsRequests1795516787739';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE messages ADD COLUMN reply_to_seq bigint, ADD COLUMN reactions jsonb');
    await runner.query(`
      ALTER TABLE rooms ADD COLUMN requested_by uuid, ADD COLUMN request_refused boolean NOT NULL DEFAULT false`);
    await runner.query(`
      CREATE FUNCTION append_messages(
        in_room_ids uuid[], in_sender_ids uuid[], in_client_message_ids uuid[], in_ids uuid[], in_texts text[],
        in_reply_to_seqs bigint[], in_request_messages integer, in_waits boolean
      ) RETURNS TABLE (
        place integer, outcome text, id uuid, seq bigint, revision bigint, created_at timestamptz, edited_at timestamptz,
        deleted_at timestamptz, text text, reactions jsonb, reply_source json, accepted boolean
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
            head.last_seq, head.revision AS last_revision, head.requested_by,
            -- Asked behind the lock: whoever is out, or divided by a block, was so before this message.
            CASE
              WHEN head.kind = 'direct' AND sending_blocked(g.room_id, g.sender_id) THEN 'blocked'
              WHEN head.requested_by = g.sender_id AND (
                -- Until they are answered all messages of the room are theirs.
                head.request_refused OR head.last_seq + count(*) FILTER (WHERE stored.id IS NULL) OVER of_sender > in_request_messages
              ) THEN 'unanswered'
              -- Places have no gaps: what is not beyond the last one is there.
              WHEN g.reply_to_seq > head.last_seq THEN 'no_source'
            END AS refusal,
            stored.id AS stored_id, stored.seq, stored.revision, stored.created_at, stored.edited_at, stored.deleted_at,
            stored.text AS stored_text, stored.sent_digest, stored.reply_to_seq AS stored_reply_to_seq, stored.reactions
          FROM unnest(in_room_ids, in_sender_ids, in_client_message_ids, in_ids, in_texts, in_reply_to_seqs)
            WITH ORDINALITY AS g (room_id, sender_id, client_message_id, id, text, reply_to_seq, place)
          LEFT JOIN members me ON me.room_id = g.room_id AND me.user_id = g.sender_id
          LEFT JOIN rooms head ON head.room_id = me.room_id AND head.room_id = ANY (held)
          LEFT JOIN messages stored ON stored.room_id = head.room_id AND stored.sender_id = g.sender_id
            AND stored.client_message_id = g.client_message_id
          WINDOW of_sender AS (PARTITION BY g.room_id, g.sender_id ORDER BY g.place)
        ), inserted AS (
          INSERT INTO messages (room_id, seq, revision, id, client_message_id, sender_id, created_at, text, reply_to_seq)
          SELECT s.room_id, s.last_seq + row_number() OVER room, s.last_revision + row_number() OVER room, s.id,
            s.client_message_id, s.sender_id, clock_timestamp(), s.text, s.reply_to_seq
          FROM seen s
          WHERE s.is_held AND s.stored_id IS NULL AND s.refusal IS NULL
          WINDOW room AS (PARTITION BY s.room_id ORDER BY s.place)
          RETURNING messages.room_id, messages.seq, messages.revision, messages.id, messages.sender_id, messages.created_at
        ), heads AS (
          UPDATE rooms SET last_seq = last.seq, revision = last.revision, last_activity_at = last.created_at,
            requested_by = CASE
              WHEN rooms.requested_by IS NOT NULL AND NOT EXISTS (
                SELECT FROM inserted i WHERE i.room_id = rooms.room_id AND i.sender_id <> rooms.requested_by
              ) THEN rooms.requested_by
            END
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
            WHEN s.stored_id IS NULL THEN s.refusal
            -- A repeat is no new message: it is answered across a block too. An edited or deleted one has only a digest of its first text.
            WHEN s.stored_reply_to_seq IS DISTINCT FROM s.reply_to_seq THEN 'conflict'
            WHEN s.sent_digest IS NULL AND s.stored_text = s.text THEN 'repeated'
            WHEN s.sent_digest = sha256(convert_to(s.stored_id::text || s.text, 'UTF8')) THEN 'repeated'
            ELSE 'conflict'
          END,
          s.stored_id, coalesce(i.seq, s.seq), coalesce(i.revision, s.revision), coalesce(i.created_at, s.created_at),
          s.edited_at, s.deleted_at, s.stored_text, s.reactions,
          CASE WHEN s.reply_to_seq IS NOT NULL THEN (
            SELECT json_build_object('senderId', quoted.sender_id, 'text', left(quoted.text, 280))
            FROM messages quoted WHERE quoted.room_id = s.room_id AND quoted.seq = s.reply_to_seq AND s.is_held
          ) END,
          i.id IS NOT NULL AND s.requested_by IS NOT NULL AND s.requested_by <> s.sender_id
        FROM seen s LEFT JOIN inserted i ON i.id = s.id;
      END
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP FUNCTION append_messages(uuid[], uuid[], uuid[], uuid[], text[], bigint[], integer, boolean)',
    );
    await runner.query('ALTER TABLE rooms DROP COLUMN requested_by, DROP COLUMN request_refused');
    await runner.query('ALTER TABLE messages DROP COLUMN reply_to_seq, DROP COLUMN reactions');
  }
}
