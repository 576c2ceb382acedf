import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes of an app besides the password, what stands in for them, and logins that wait for one. */
export class SecondFactor1795799000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One that is not enabled is a key that somebody was shown and has not proved to keep.
      CREATE TABLE second_factors (
        user_id       uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
        sealed_secret bytea NOT NULL,
        created_at    timestamptz(3) NOT NULL,
        enabled_at    timestamptz(3),
        last_step     bigint
      );

      CREATE TABLE recovery_codes (
        user_id uuid NOT NULL REFERENCES second_factors ON DELETE CASCADE,
        hash    bytea NOT NULL CHECK (length(hash) = 32),
        PRIMARY KEY (user_id, hash)
      );

      CREATE TABLE login_challenges (
        hash       bytea PRIMARY KEY CHECK (length(hash) = 32),
        user_id    uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        failures   int NOT NULL DEFAULT 0,
        expires_at timestamptz(3) NOT NULL
      );
      CREATE INDEX login_challenges_user ON login_challenges (user_id);
      CREATE INDEX login_challenges_expiry ON login_challenges (expires_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE login_challenges, recovery_codes, second_factors');
  }
}
