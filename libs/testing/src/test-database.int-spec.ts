import type { MigrationInterface, QueryRunner } from 'typeorm';
import { testDatabase } from './test-database';

class CreateThings1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE things (id bigint PRIMARY KEY)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE things');
  }
}

it('gives each suite a migrated database of its own', async () => {
  const first = await testDatabase('testing', [CreateThings1700000000000]);
  const second = await testDatabase('testing', [CreateThings1700000000000]);
  try {
    await first.dataSource.query('INSERT INTO things VALUES (7)');
    expect(await first.dataSource.query('SELECT id FROM things')).toEqual([{ id: 7 }]);
    expect(await second.dataSource.query('SELECT id FROM things')).toEqual([]);
  } finally {
    await first.close();
    await second.close();
  }
});
