import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a room's history begins that is still kept, and how what is older goes.
 *
 * `drop_history` takes the room's lock, as all its writers do, and drops what comes first and is older than a moment, so many messages at most: places
 * have no gap from `first_seq` to `last_seq`, before and after. It never passes over a message that is kept. No change of a message, so no revision.
 *
 * The last change of a room may have been of a message that is dropped. What the room's last change is of those that are kept is then not its revision
 * any more: `kept_revision` says it, for as long as the revision is the one at which history was dropped.
 */
export class Retention1795822300001 implements MigrationInterface {
  readonly name = 'Retention1795822300001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE rooms
        ADD COLUMN first_seq bigint NOT NULL DEFAULT 1,
        ADD COLUMN dropped_at_revision bigint NOT NULL DEFAULT 0,
        ADD COLUMN kept_revision bigint NOT NULL DEFAULT 0`);
    await runner.query(`
      CREATE FUNCTION drop_history(in_room_id uuid, in_before timestamptz, in_most integer) RETURNS integer
      LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
      DECLARE
        begins_at bigint;
        kept_from bigint;
      BEGIN
        SELECT r.first_seq INTO begins_at FROM rooms r WHERE r.room_id = in_room_id FOR NO KEY UPDATE;
        SELECT coalesce(min(m.seq) FILTER (WHERE m.created_at >= in_before), max(m.seq) + 1) INTO kept_from
        FROM messages m WHERE m.room_id = in_room_id AND m.seq >= begins_at AND m.seq < begins_at + in_most;
        -- Nothing is there, or nothing of it is old.
        IF kept_from IS NULL OR kept_from = begins_at THEN RETURN 0; END IF;

        DELETE FROM messages m WHERE m.room_id = in_room_id AND m.seq >= begins_at AND m.seq < kept_from;
        DELETE FROM earlier_texts e WHERE e.room_id = in_room_id AND e.seq < kept_from;
        UPDATE rooms r SET first_seq = kept_from, dropped_at_revision = r.revision,
          kept_revision = coalesce((SELECT max(m.revision) FROM messages m WHERE m.room_id = in_room_id), 0)
        WHERE r.room_id = in_room_id;
        RETURN kept_from - begins_at;
      END
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION drop_history');
    await runner.query(
      'ALTER TABLE rooms DROP COLUMN first_seq, DROP COLUMN dropped_at_revision, DROP COLUMN kept_revision',
    );
  }
}
