import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of a member's privacy switches the messages service has. */
export class PrivacyReplication1795517161460 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE profiles
        ADD COLUMN privacy_version integer NOT NULL DEFAULT 0,
        ADD COLUMN privacy_confirmed_version integer NOT NULL DEFAULT 0;
      CREATE INDEX profiles_privacy_unconfirmed ON profiles (user_id) WHERE privacy_confirmed_version < privacy_version;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX profiles_privacy_unconfirmed;
      ALTER TABLE profiles DROP COLUMN privacy_version, DROP COLUMN privacy_confirmed_version;
    `);
  }
}
