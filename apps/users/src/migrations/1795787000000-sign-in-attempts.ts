import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Attempts to sign in, by the account's address as a keyed hash, whether there is such an account or not.
 *
 * `take_sign_in` counts one more, or answers for how many milliseconds there is none left. Networks from which the account was opened, signed in to or given
 * a new password have a budget each; all others share one. Those of one account are counted one after the other, so that no more than the budget are ever under
 * way, however many come at once.
 */
export class SignInAttempts1795787000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sign_in_attempts (
        id          uuid PRIMARY KEY,
        account     bytea NOT NULL CHECK (length(account) = 32),
        network     text,
        is_familiar boolean NOT NULL,
        at          timestamptz(3) NOT NULL
      );
      CREATE INDEX sign_in_attempts_account ON sign_in_attempts (account, at);
      CREATE INDEX sign_in_attempts_at ON sign_in_attempts (at);

      CREATE FUNCTION take_sign_in(
        in_id uuid, in_account bytea, in_user_id uuid, in_network text, in_max integer, in_window interval
      ) RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE
        familiar boolean;
        tried bigint;
        oldest timestamptz;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended(encode(in_account, 'hex'), 0));
        familiar := EXISTS (
          SELECT FROM security_events known
          WHERE known.user_id = in_user_id AND known.network = in_network
            AND known.event IN ('registered', 'signed_in', 'password_reset')
        );
        SELECT count(*), min(a.at) INTO tried, oldest FROM sign_in_attempts a
        WHERE a.account = in_account AND a.at > clock_timestamp() - in_window
          AND a.is_familiar = familiar AND (NOT familiar OR a.network = in_network);
        IF tried >= in_max THEN
          RETURN greatest(1, ceil(extract(epoch FROM oldest + in_window - clock_timestamp()) * 1000));
        END IF;
        INSERT INTO sign_in_attempts VALUES (in_id, in_account, in_network, familiar, clock_timestamp());
        RETURN 0;
      END
      $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION take_sign_in; DROP TABLE sign_in_attempts');
  }
}
