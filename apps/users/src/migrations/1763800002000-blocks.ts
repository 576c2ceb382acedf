import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has blocked whom. */
export class Blocks1763800002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE block_pairs (
        low_id            uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        high_id           uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        low_blocked_at    timestamptz(3),
        high_blocked_at   timestamptz(3),
        blocked           boolean NOT NULL
          GENERATED ALWAYS AS (low_blocked_at IS NOT NULL OR high_blocked_at IS NOT NULL) STORED,
        version           integer NOT NULL,
        confirmed_version integer NOT NULL DEFAULT 0,
        PRIMARY KEY (low_id, high_id),
        CHECK (low_id < high_id)
      );
      CREATE INDEX block_pairs_high ON block_pairs (high_id);
      CREATE INDEX block_pairs_unconfirmed ON block_pairs (low_id) WHERE confirmed_version < version;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE block_pairs');
  }
}
