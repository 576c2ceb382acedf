import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When people were last seen. */
export class LastSeen1795520327442 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE last_seen (
        user_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
        at      timestamptz(3) NOT NULL
      )
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE last_seen');
  }
}
