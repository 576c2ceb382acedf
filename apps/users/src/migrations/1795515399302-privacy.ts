import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members let others see of what they do. A default that is a constant rewrites no row. */
export class Privacy1795515399302 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE profiles
        ADD COLUMN show_presence boolean NOT NULL DEFAULT true,
        ADD COLUMN send_read_receipts boolean NOT NULL DEFAULT true,
        ADD COLUMN send_typing boolean NOT NULL DEFAULT true
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'ALTER TABLE profiles DROP COLUMN show_presence, DROP COLUMN send_read_receipts, DROP COLUMN send_typing',
    );
  }
}
