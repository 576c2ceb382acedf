import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members let others see of reading and typing: only of those who ever switched something. */
export class Privacy1795517161459 implements MigrationInterface {
  readonly name = 'Privacy1795517161459';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE privacy (
        user_id uuid NOT NULL,
        send_read_receipts boolean NOT NULL,
        send_typing boolean NOT NULL,
        version bigint NOT NULL,
        CONSTRAINT privacy_pkey PRIMARY KEY (user_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE privacy');
  }
}
