import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Takes the room's lock, for a member only; whether it was taken shows by `head`. */
const lockRoom = (more: string): string => `
  SELECT r.* INTO head FROM rooms r JOIN members me USING (room_id)
  WHERE r.room_id = in_room_id AND me.user_id = in_sender_id FOR NO KEY UPDATE OF r ${more};`;

/**
 * What `append_messages` does for a group, for a message that comes alone, as most do where little is going on: the same checks in the same order, with the
 * same answers. The group's statement opens every partition's indexes whatever is in it, which is cheap for fifty messages and dear for one; here each
 * statement knows its room before it begins, and opens one partition.
 */
export class AppendOneMessage1795830000000 implements MigrationInterface {
  readonly name = 'AppendOneMessage1795830000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION append_one_message(
        in_room_id uuid, in_sender_id uuid, in_client_message_id uuid, in_id uuid, in_text text, in_reply_to_seq bigint,
        in_request_messages integer, in_waits boolean
      ) RETURNS TABLE (
        outcome text, id uuid, seq bigint, revision bigint, created_at timestamptz, edited_at timestamptz,
        deleted_at timestamptz, text text, reactions jsonb, reply_source json, accepted boolean
      ) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off
      AS $$
      #variable_conflict use_column
      DECLARE
        head rooms;
        stored messages;
        new_seq bigint;
        sent_at timestamptz(3);
      BEGIN
        IF in_waits THEN ${lockRoom('')}
        ELSE ${lockRoom('SKIP LOCKED')}
        END IF;
        accepted := false;

        -- Asked behind the lock: whoever is out, or divided by a block, was so before this message.
        IF NOT EXISTS (SELECT FROM members me WHERE me.room_id = in_room_id AND me.user_id = in_sender_id) THEN
          outcome := 'outside';
          RETURN NEXT;
          RETURN;
        END IF;
        IF head.room_id IS NULL THEN
          outcome := 'busy';
          RETURN NEXT;
          RETURN;
        END IF;

        IF in_reply_to_seq IS NOT NULL THEN
          SELECT json_build_object('senderId', quoted.sender_id, 'text', left(quoted.text, 280)) INTO reply_source
          FROM messages quoted WHERE quoted.room_id = in_room_id AND quoted.seq = in_reply_to_seq;
        END IF;

        SELECT m.* INTO stored FROM messages m
        WHERE m.room_id = in_room_id AND m.sender_id = in_sender_id AND m.client_message_id = in_client_message_id;
        -- A repeat is no new message: it is answered across a block too. An edited or deleted one has only a digest of its first text.
        IF FOUND THEN
          outcome := CASE
            WHEN stored.reply_to_seq IS DISTINCT FROM in_reply_to_seq THEN 'conflict'
            WHEN stored.sent_digest IS NULL AND stored.text = in_text THEN 'repeated'
            WHEN stored.sent_digest = sha256(convert_to(stored.id::text || in_text, 'UTF8')) THEN 'repeated'
            ELSE 'conflict'
          END;
          id := stored.id;
          seq := stored.seq;
          revision := stored.revision;
          created_at := stored.created_at;
          edited_at := stored.edited_at;
          deleted_at := stored.deleted_at;
          text := stored.text;
          reactions := stored.reactions;
          RETURN NEXT;
          RETURN;
        END IF;

        outcome := CASE
          WHEN head.kind = 'direct' AND sending_blocked(in_room_id, in_sender_id) THEN 'blocked'
          -- Until they are answered all messages of the room are theirs.
          WHEN head.requested_by = in_sender_id AND (head.request_refused OR head.last_seq + 1 > in_request_messages) THEN 'unanswered'
          -- Places have no gaps: what is not beyond the last one is there.
          WHEN in_reply_to_seq > head.last_seq THEN 'no_source'
          ELSE 'created'
        END;
        IF outcome <> 'created' THEN
          RETURN NEXT;
          RETURN;
        END IF;

        new_seq := head.last_seq + 1;
        sent_at := clock_timestamp();
        INSERT INTO messages (room_id, seq, revision, id, client_message_id, sender_id, created_at, text, reply_to_seq)
        VALUES (in_room_id, new_seq, head.revision + 1, in_id, in_client_message_id, in_sender_id, sent_at, in_text, in_reply_to_seq);
        UPDATE rooms SET last_seq = new_seq, revision = head.revision + 1, last_activity_at = sent_at,
          requested_by = CASE WHEN head.requested_by = in_sender_id THEN in_sender_id END
        WHERE rooms.room_id = in_room_id;
        UPDATE members SET last_read_seq = new_seq WHERE members.room_id = in_room_id AND members.user_id = in_sender_id;
        seq := new_seq;
        revision := head.revision + 1;
        created_at := sent_at;
        accepted := coalesce(head.requested_by <> in_sender_id, false);
        RETURN NEXT;
      END
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION append_one_message');
  }
}
