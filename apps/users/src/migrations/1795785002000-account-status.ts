import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an account is open, and what became of a report. */
export class AccountStatus1795785002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE accounts ADD COLUMN status text NOT NULL DEFAULT 'active'
        CHECK (status IN ('active', 'deactivated', 'suspended', 'deleted'));
      CREATE INDEX accounts_unlisted ON accounts (id) WHERE status <> 'active';

      ALTER TABLE reports ADD COLUMN closed_at timestamptz(3), ADD COLUMN closed_by uuid, ADD COLUMN resolution text,
        ADD CONSTRAINT reports_closed CHECK (num_nulls(closed_at, closed_by, resolution) IN (0, 3));
      CREATE INDEX reports_open ON reports (id DESC) WHERE closed_at IS NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX reports_open;
      ALTER TABLE reports DROP COLUMN closed_at, DROP COLUMN closed_by, DROP COLUMN resolution;
      DROP INDEX accounts_unlisted;
      ALTER TABLE accounts DROP COLUMN status;
    `);
  }
}
