import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members report of each other. Without references to accounts: a report outlives who it is about. */
export class Reports1795543885321 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE reports (
        id          uuid PRIMARY KEY,
        reporter_id uuid NOT NULL,
        user_id     uuid NOT NULL,
        room_id     uuid,
        seq         bigint,
        message     jsonb,
        reason      text NOT NULL,
        note        text NOT NULL,
        created_at  timestamptz(3) NOT NULL,
        CHECK (num_nulls(seq, message) IN (0, 2)),
        CHECK (seq IS NULL OR room_id IS NOT NULL)
      );
      CREATE INDEX reports_reporter ON reports (reporter_id, created_at DESC);
      CREATE INDEX reports_user ON reports (user_id, created_at DESC);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE reports');
  }
}
