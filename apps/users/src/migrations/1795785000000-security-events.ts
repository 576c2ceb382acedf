import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened to accounts. Without references to them: an event outlives the account, up to the end of its time. */
export class SecurityEvents1795785000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE security_events (
        id         uuid PRIMARY KEY,
        at         timestamptz(3) NOT NULL,
        event      text NOT NULL,
        user_id    uuid,
        actor_id   uuid,
        subject_id uuid,
        network    text
      );
      CREATE INDEX security_events_user ON security_events (user_id, at DESC) WHERE user_id IS NOT NULL;
      CREATE INDEX security_events_at ON security_events (at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE security_events');
  }
}
