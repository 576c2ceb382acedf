import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What `take_sign_in` asks: whether an account knows a network. Each failed attempt writes a security event, and without this the next would read all of
 * them: slower the more there are, which also tells that there is an account.
 *
 * Built while others write. One that was given up half-way is there all the same, and is built anew.
 */
export class KnownNetworks1795915400000 implements MigrationInterface {
  readonly transaction = false;

  async up(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX CONCURRENTLY IF EXISTS security_events_known_network');
    await db.query(`
      CREATE INDEX CONCURRENTLY security_events_known_network ON security_events (user_id, network)
        WHERE event IN ('registered', 'signed_in', 'password_reset')
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX security_events_known_network');
  }
}
