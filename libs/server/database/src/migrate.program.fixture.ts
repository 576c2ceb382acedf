/** Run as a program: what a service's `migrate.ts` is, with one migration. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrateCommand } from './migrate-command';

class CreateThings1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE things (id bigint PRIMARY KEY)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE things');
  }
}

await migrateCommand({ name: 'things', migrations: [CreateThings1700000000001] });
