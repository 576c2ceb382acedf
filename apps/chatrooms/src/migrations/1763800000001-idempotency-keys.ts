import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What creating requests have answered under their `Idempotency-Key`. */
export class IdempotencyKeys1763800000001 implements MigrationInterface {
  readonly name = 'IdempotencyKeys1763800000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        user_id uuid NOT NULL,
        key text NOT NULL,
        request_digest bytea NOT NULL,
        claim uuid NOT NULL,
        busy_until timestamptz,
        answer jsonb,
        created_at timestamptz NOT NULL,
        CONSTRAINT idempotency_keys_pkey PRIMARY KEY (user_id, key)
      )`);
    await runner.query('CREATE INDEX idempotency_keys_created_at_idx ON idempotency_keys (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_keys');
  }
}
