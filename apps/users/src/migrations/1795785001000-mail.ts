import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails that are to be sent, and the one-time secrets that they bring. */
export class Mail1795785001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE accounts ADD COLUMN email_verified_at timestamptz(3);

      -- A mail that waits: what it is and for whom, never what stands in it. Asked for twice it is sent once.
      CREATE TABLE mail_jobs (
        id         uuid PRIMARY KEY,
        kind       text NOT NULL,
        recipient  text NOT NULL,
        user_id    uuid,
        created_at timestamptz(3) NOT NULL,
        attempts   int NOT NULL DEFAULT 0,
        due_at     timestamptz(3) NOT NULL,
        CONSTRAINT mail_jobs_waiting UNIQUE (kind, recipient)
      );
      CREATE INDEX mail_jobs_due ON mail_jobs (due_at);

      CREATE TABLE mail_tokens (
        hash       bytea PRIMARY KEY CHECK (length(hash) = 32),
        user_id    uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        purpose    text NOT NULL CHECK (purpose IN ('verify_email', 'change_email', 'reset_password')),
        email      text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL
      );
      CREATE INDEX mail_tokens_user ON mail_tokens (user_id, created_at DESC);
      CREATE INDEX mail_tokens_expiry ON mail_tokens (expires_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE mail_tokens, mail_jobs; ALTER TABLE accounts DROP COLUMN email_verified_at');
  }
}
