import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, their sessions with the refresh tokens of each, and the keys that sign access tokens. */
export class AccountsAndSessions1763800000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE accounts (
        id            uuid PRIMARY KEY,
        email         text NOT NULL CONSTRAINT accounts_email UNIQUE,
        password_hash text NOT NULL,
        created_at    timestamptz(3) NOT NULL
      );

      CREATE TABLE sessions (
        id           uuid PRIMARY KEY,
        user_id      uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
        kind         text NOT NULL CHECK (kind IN ('cookie', 'token')),
        user_agent   text NOT NULL,
        created_at   timestamptz(3) NOT NULL,
        last_seen_at timestamptz(3) NOT NULL,
        expires_at   timestamptz(3) NOT NULL,
        ended_at     timestamptz(3),
        end_reason   text,
        end_number   bigint CONSTRAINT sessions_end_number UNIQUE,
        CHECK (num_nulls(ended_at, end_reason, end_number) IN (0, 3))
      );
      CREATE INDEX sessions_live ON sessions (user_id, last_seen_at DESC) WHERE ended_at IS NULL;
      CREATE INDEX sessions_expiry ON sessions (expires_at);
      CREATE INDEX sessions_ended ON sessions (ended_at) WHERE ended_at IS NOT NULL;

      -- The one row that numbers the endings of sessions, taken in the transaction that ends one: numbers become
      -- visible in their order, which those of a sequence do not.
      CREATE TABLE session_endings (
        only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        last_number bigint NOT NULL
      );
      INSERT INTO session_endings (last_number) VALUES (0);

      CREATE TABLE refresh_tokens (
        hash             bytea PRIMARY KEY CHECK (length(hash) = 32),
        session_id       uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
        created_at       timestamptz(3) NOT NULL,
        replaced_at      timestamptz(3),
        sealed_successor bytea
      );
      CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);
      CREATE INDEX refresh_tokens_replaced ON refresh_tokens (replaced_at) WHERE replaced_at IS NOT NULL;
      CREATE UNIQUE INDEX refresh_tokens_present ON refresh_tokens (session_id) WHERE replaced_at IS NULL;
      CREATE UNIQUE INDEX refresh_tokens_sealed ON refresh_tokens (session_id) WHERE sealed_successor IS NOT NULL;

      CREATE TABLE signing_keys (
        id                 uuid PRIMARY KEY,
        public_jwk         jsonb NOT NULL,
        sealed_private_jwk bytea NOT NULL,
        active_from        timestamptz NOT NULL
      );
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE signing_keys, refresh_tokens, session_endings, sessions, accounts');
  }
}
