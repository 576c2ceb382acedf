import type { MigrationInterface, QueryRunner } from 'typeorm';

/** API keys. One that was deleted stays for a while, with its place in the feed of what has ended: see `session_endings`. */
export class ApiKeys1795543334473 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE api_keys (
        id           uuid PRIMARY KEY,
        user_id      uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        hash         bytea NOT NULL CHECK (length(hash) = 32),
        name         text NOT NULL,
        scopes       text[] NOT NULL,
        created_at   timestamptz(3) NOT NULL,
        expires_at   timestamptz(3),
        last_used_at timestamptz(3),
        ended_at     timestamptz(3),
        end_number   bigint CONSTRAINT api_keys_end_number UNIQUE,
        CHECK (num_nulls(ended_at, end_number) IN (0, 2))
      );
      CREATE INDEX api_keys_live ON api_keys (user_id, id DESC) WHERE ended_at IS NULL;
      CREATE INDEX api_keys_ended ON api_keys (ended_at) WHERE ended_at IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE api_keys');
  }
}
