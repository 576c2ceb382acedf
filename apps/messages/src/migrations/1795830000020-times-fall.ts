import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The place to note which rooms have messages that were sent before one with a lower place: history that was imported behind newer messages. Search takes it elsewhere that
 * times rise with places. What is there is looked through by the next migration: that takes long, and this one locks the table.
 */
export class TimesFall1795830000020 implements MigrationInterface {
  readonly name = 'TimesFall1795830000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms ADD COLUMN times_fall boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms DROP COLUMN times_fall');
  }
}
