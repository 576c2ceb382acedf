import type { MigrationInterface, QueryRunner } from 'typeorm';

interface LockTimeout {
  readonly lockTimeout: string;
}

/**
 * What `take_sign_in` asks: whether an account knows a network. Each failed attempt writes a security event, and without this the next would read all of
 * them: slower the more there are, which also tells that there is an account.
 *
 * Built while others write, and without holding them up: so it waits for them for longer than other migrations do. One that was given up half-way is there
 * all the same, and is built anew.
 */
export class KnownNetworks1795915400000 implements MigrationInterface {
  readonly transaction = false;

  async up(db: QueryRunner): Promise<void> {
    const [before] = (await db.query(`SELECT current_setting('lock_timeout') AS "lockTimeout"`)) as [LockTimeout];
    await db.query(`SET lock_timeout = '60s'`);
    try {
      await db.query('DROP INDEX CONCURRENTLY IF EXISTS security_events_known_network');
      await db.query(`
        CREATE INDEX CONCURRENTLY security_events_known_network ON security_events (user_id, network)
          WHERE event IN ('registered', 'signed_in', 'password_reset')
      `);
    } finally {
      await db.query(`SELECT set_config('lock_timeout', $1, false)`, [before.lockTimeout]);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX security_events_known_network');
  }
}
