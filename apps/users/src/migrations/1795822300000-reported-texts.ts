import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a reported message had said before it was edited or deleted, kept with the report. */
export class ReportedTexts1795822300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE reports ADD COLUMN earlier_texts jsonb');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE reports DROP COLUMN earlier_texts');
  }
}
