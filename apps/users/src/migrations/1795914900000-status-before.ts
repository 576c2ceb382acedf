import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a suspended account is once that is lifted. Of those that are suspended already, the log of security events tells as far as it reaches back. */
export class StatusBefore1795914900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE accounts ADD COLUMN status_before text CHECK (status_before IN ('active', 'deactivated'));

      UPDATE accounts SET status_before = 'deactivated' WHERE status = 'suspended' AND 'deactivated' = (
        SELECT event FROM security_events
        WHERE user_id = accounts.id AND event IN ('deactivated', 'reactivated') ORDER BY at DESC, id DESC LIMIT 1);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE accounts DROP COLUMN status_before');
  }
}
