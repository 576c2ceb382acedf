import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts of an issuer that open accounts here, and sign-ins by it that are under way. */
export class Oidc1795803000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- An account that an issuer has opened has no password: an empty one, which no hash is.
      CREATE TABLE identities (
        issuer    text NOT NULL,
        subject   text NOT NULL,
        user_id   uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        linked_at timestamptz(3) NOT NULL,
        PRIMARY KEY (issuer, subject),
        CONSTRAINT identities_user UNIQUE (user_id, issuer)
      );

      CREATE TABLE oidc_attempts (
        hash       bytea PRIMARY KEY CHECK (length(hash) = 32),
        browser    bytea NOT NULL CHECK (length(browser) = 32),
        user_id    uuid REFERENCES accounts ON DELETE CASCADE,
        sealed     bytea NOT NULL,
        expires_at timestamptz(3) NOT NULL
      );
      CREATE INDEX oidc_attempts_user ON oidc_attempts (user_id) WHERE user_id IS NOT NULL;
      CREATE INDEX oidc_attempts_expiry ON oidc_attempts (expires_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE oidc_attempts, identities');
  }
}
