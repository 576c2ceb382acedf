import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `hold_message` takes a room's lock, as sending does, and answers what a change of one of its messages depends on: one way to the database and back
 * where there were five, each of them a time in which nobody else wrote to the room.
 *
 * No row is answered to who is not in the room, and one without a message where there is none at that place. Each statement of such a function sees
 * what was committed before it began, so a removal, a block or a change that was waited for is seen.
 */
export class HoldMessage1795786051794 implements MigrationInterface {
  readonly name = 'HoldMessage1795786051794';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION hold_message(in_room_id uuid, in_user_id uuid, in_seq bigint, in_request_messages integer)
      RETURNS TABLE (
        now timestamptz, role text, kind text, requested_by uuid, is_blocked boolean, is_unanswered boolean, message messages
      ) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
      #variable_conflict use_column
      BEGIN
        PERFORM FROM rooms r JOIN members m USING (room_id)
        WHERE r.room_id = in_room_id AND m.user_id = in_user_id FOR NO KEY UPDATE OF r;
        -- Somebody who comes in at this very moment would be seen below, but the room would not be held.
        IF NOT FOUND THEN RETURN; END IF;

        RETURN QUERY
        SELECT clock_timestamp(), me.role, head.kind, head.requested_by, sending_blocked(me.room_id, me.user_id),
          coalesce(head.requested_by = me.user_id AND (head.request_refused OR head.last_seq >= in_request_messages), false),
          held
        FROM members me JOIN rooms head USING (room_id)
        LEFT JOIN messages held ON held.room_id = in_room_id AND held.seq = in_seq
        WHERE me.room_id = in_room_id AND me.user_id = in_user_id;
      END
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION hold_message');
  }
}
