import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * In which transaction each room changed last, so that somebody who looks again and again can ask for what changed since the last look.
 *
 * Not a time: a transaction may commit long after the time that it wrote, and whoever asked in between would never see it. Every transaction
 * that a look could not see yet has a number that is not below the oldest one running then (`pg_snapshot_xmin`); from there the next look goes on.
 *
 * The index is a BRIN: it keeps one range of numbers for each few pages, costs a write next to nothing, and leaves the updates of a head in place
 * (since PostgreSQL 16). What changed lately lies in the few pages that were written lately.
 */
export class ChangedRooms1795519857091 implements MigrationInterface {
  readonly name = 'ChangedRooms1795519857091';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE rooms
        ADD COLUMN changed_in bigint NOT NULL DEFAULT 0,
        ADD COLUMN members_changed_in bigint NOT NULL DEFAULT 0`);
    await runner.query(`
      CREATE FUNCTION note_room_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.changed_in := pg_current_xact_id()::text::bigint;
        IF TG_OP = 'INSERT' OR NEW.membership_version <> OLD.membership_version THEN
          NEW.members_changed_in := NEW.changed_in;
        END IF;
        RETURN NEW;
      END
      $$`);
    await runner.query(`
      CREATE TRIGGER rooms_note_change BEFORE INSERT OR UPDATE OF revision, membership_version ON rooms
      FOR EACH ROW EXECUTE FUNCTION note_room_change()`);
    await runner.query(
      'CREATE INDEX rooms_changed_in_idx ON rooms USING brin (changed_in) WITH (pages_per_range = 4, autosummarize = on)',
    );
    // Never by reading the whole table, whatever share of it the planner takes for changed.
    await runner.query(`
      CREATE FUNCTION changed_rooms(in_since bigint, in_after uuid, in_most integer)
      RETURNS TABLE (room_id uuid, revision bigint, changed_in bigint, members_changed_in bigint)
      LANGUAGE plpgsql STABLE SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
      #variable_conflict use_column
      BEGIN
        RETURN QUERY
        SELECT r.room_id, r.revision, r.changed_in, r.members_changed_in FROM rooms r
        WHERE r.changed_in >= in_since AND (r.changed_in, r.room_id) > (in_since, in_after)
        ORDER BY r.changed_in, r.room_id LIMIT in_most;
      END
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION changed_rooms');
    await runner.query('DROP TRIGGER rooms_note_change ON rooms');
    await runner.query('DROP FUNCTION note_room_change');
    await runner.query('ALTER TABLE rooms DROP COLUMN changed_in, DROP COLUMN members_changed_in');
  }
}
