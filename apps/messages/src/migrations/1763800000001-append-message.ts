import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sending a message, as one call to the database and so as one round trip and one transaction.
 *
 * Why a function and not one statement: each statement in it sees what was committed before it, while all parts of one statement see
 * what was committed before the first of them began to wait. Behind the room's lock that is the difference between seeing and not
 * seeing a removal or a repeat that was committed in the meantime.
 */
export class AppendMessage1763800000001 implements MigrationInterface {
  readonly name = 'AppendMessage1763800000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION sending_blocked(in_room_id uuid, in_user_id uuid) RETURNS boolean
      LANGUAGE sql STABLE AS $$
        SELECT EXISTS (
          SELECT FROM rooms r
          JOIN members other ON other.room_id = r.room_id AND other.user_id <> in_user_id
          JOIN blocks b
            ON b.low_user_id = least(other.user_id, in_user_id) AND b.high_user_id = greatest(other.user_id, in_user_id)
          WHERE r.room_id = in_room_id AND r.kind = 'direct' AND b.blocked
        )
      $$`);
    await runner.query(`
      CREATE FUNCTION append_message(
        in_room_id uuid, in_sender_id uuid, in_client_message_id uuid, in_id uuid, in_text text,
        OUT outcome text, OUT stored messages
      ) LANGUAGE plpgsql AS $$
      DECLARE
        head rooms;
      BEGIN
        -- The room's lock makes one queue of all its writers. Only a member's call takes it.
        SELECT r.* INTO head FROM rooms r JOIN members m USING (room_id)
        WHERE r.room_id = in_room_id AND m.user_id = in_sender_id
        FOR NO KEY UPDATE OF r;
        -- Asked again behind the lock: the sender may have been removed while waiting for it.
        IF NOT FOUND OR NOT EXISTS (SELECT FROM members WHERE room_id = in_room_id AND user_id = in_sender_id) THEN
          outcome := 'outside';
          RETURN;
        END IF;

        IF NOT (head.kind = 'direct' AND sending_blocked(in_room_id, in_sender_id)) THEN
          INSERT INTO messages (room_id, seq, revision, id, client_message_id, sender_id, created_at, text)
          VALUES (in_room_id, head.last_seq + 1, head.revision + 1, in_id, in_client_message_id, in_sender_id, clock_timestamp(), in_text)
          ON CONFLICT (room_id, sender_id, client_message_id) DO NOTHING
          RETURNING * INTO stored;
          IF FOUND THEN
            UPDATE rooms SET last_seq = stored.seq, revision = stored.revision, last_activity_at = stored.created_at
            WHERE room_id = in_room_id;
            UPDATE members SET last_read_seq = stored.seq WHERE room_id = in_room_id AND user_id = in_sender_id;
            outcome := 'created';
            RETURN;
          END IF;
        END IF;

        -- A repeat is no new message: it is answered across a block too. An edited or deleted message has only a digest of its first text.
        SELECT * INTO stored FROM messages
        WHERE room_id = in_room_id AND sender_id = in_sender_id AND client_message_id = in_client_message_id;
        outcome := CASE
          WHEN NOT FOUND THEN 'blocked'
          WHEN stored.sent_digest IS NULL AND stored.text = in_text THEN 'repeated'
          WHEN stored.sent_digest = sha256(convert_to(stored.id::text || in_text, 'UTF8')) THEN 'repeated'
          ELSE 'conflict'
        END;
      END
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION append_message');
    await runner.query('DROP FUNCTION sending_blocked');
  }
}
