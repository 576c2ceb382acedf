import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests that made an API key under an `Idempotency-Key`, and what they were answered: sealed with a key that takes the `Idempotency-Key` to make. */
export class ApiKeyRequests1795799001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE api_key_requests (
        user_id        uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        hash           bytea NOT NULL CHECK (length(hash) = 32),
        request_digest bytea NOT NULL,
        sealed_answer  bytea NOT NULL,
        created_at     timestamptz(3) NOT NULL,
        PRIMARY KEY (user_id, hash)
      );
      CREATE INDEX api_key_requests_age ON api_key_requests (created_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE api_key_requests');
  }
}
