import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where in the room's order each member joined: what was said from there on is told to those who begin to hear the room only a moment later. */
export class JoinedSeq1795830000030 implements MigrationInterface {
  readonly name = 'JoinedSeq1795830000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE members ADD COLUMN joined_seq bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE members DROP COLUMN joined_seq');
  }
}
