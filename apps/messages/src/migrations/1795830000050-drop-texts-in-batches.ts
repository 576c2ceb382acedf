import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How `drop_history` drops what the messages before `kept_from` had said: as it was, and as it is. */
const atOnce = 'DELETE FROM earlier_texts e WHERE e.room_id = in_room_id AND e.seq < kept_from;';
const inBatches = `WITH old AS (
          SELECT t.seq, t.revision FROM earlier_texts t WHERE t.room_id = in_room_id AND t.seq < kept_from
          ORDER BY t.seq, t.revision LIMIT 1000
        ), gone AS (
          DELETE FROM earlier_texts e USING old WHERE e.room_id = in_room_id AND e.seq = old.seq AND e.revision = old.revision
        )
        SELECT count(*) INTO texts FROM old;
        -- There may be more: the messages go by the call that finds fewer, not by one that deletes fewer since others are forgetting some.
        IF texts = 1000 THEN RETURN in_most; END IF;`;

/**
 * A message may have been edited any number of times, and what it had said went with it by one statement, which could take longer than a statement may:
 * the room's history was then never dropped. Now so many go by one call, and the messages after the last of them. A call that left
 * messages for the next answers `in_most`, as one that dropped so many: who gets that calls again, also a process of the release before.
 */
export class DropTextsInBatches1795830000050 implements MigrationInterface {
  readonly name = 'DropTextsInBatches1795830000050';

  up(runner: QueryRunner): Promise<void> {
    return define(runner, inBatches);
  }

  down(runner: QueryRunner): Promise<void> {
    return define(runner, atOnce);
  }
}

async function define(runner: QueryRunner, dropTexts: string): Promise<void> {
  await runner.query(`
    CREATE OR REPLACE FUNCTION drop_history(in_room_id uuid, in_before timestamptz, in_most integer) RETURNS integer
    LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
      DECLARE
        begins_at bigint;
        kept_from bigint;
        texts integer;
      BEGIN
        SELECT r.first_seq INTO begins_at FROM rooms r WHERE r.room_id = in_room_id FOR NO KEY UPDATE;
        SELECT coalesce(min(m.seq) FILTER (WHERE m.created_at >= in_before), max(m.seq) + 1) INTO kept_from
        FROM messages m WHERE m.room_id = in_room_id AND m.seq >= begins_at AND m.seq < begins_at + in_most;
        -- Nothing is there, or nothing of it is old.
        IF kept_from IS NULL OR kept_from = begins_at THEN RETURN 0; END IF;

        ${dropTexts}
        DELETE FROM messages m WHERE m.room_id = in_room_id AND m.seq >= begins_at AND m.seq < kept_from;
        UPDATE rooms r SET first_seq = kept_from, dropped_at_revision = r.revision,
          kept_revision = coalesce((SELECT max(m.revision) FROM messages m WHERE m.room_id = in_room_id), 0)
        WHERE r.room_id = in_room_id;
        RETURN kept_from - begins_at;
      END
      $$`);
}
