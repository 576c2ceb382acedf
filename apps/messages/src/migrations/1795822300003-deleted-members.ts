import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose account is deleted: what their messages said before is not kept any more, whoever changes them. */
export class DeletedMembers1795822300003 implements MigrationInterface {
  readonly name = 'DeletedMembers1795822300003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE privacy ADD COLUMN is_deleted boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE privacy DROP COLUMN is_deleted');
  }
}
