import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { openDatabase, type TestDatabase } from './database.fixture';
import { runMigrations } from './run-migrations';

class CreateRooms1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE rooms (id bigint PRIMARY KEY, title text)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rooms');
  }
}

class IndexTitles1700000000002 implements MigrationInterface {
  readonly transaction = false;
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX CONCURRENTLY rooms_title ON rooms (title)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX rooms_title');
  }
}

class Broken1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms ADD COLUMN kind text');
    await runner.query('ALTER TABLE nowhere ADD COLUMN kind text');
  }
  async down(): Promise<void> {}
}

const good = [CreateRooms1700000000001, IndexTitles1700000000002];
let database: TestDatabase;
let source: DataSource;

beforeEach(async () => {
  database = await openDatabase();
  source = await database.open({ migrations: good });
});
afterEach(() => database.close());

it('runs each migration once, also one that must not be in a transaction', async () => {
  await expect(runMigrations(source)).resolves.toEqual(good.map(({ name }) => name));
  await expect(runMigrations(source)).resolves.toEqual([]);
});

it('runs them once where several processes start at the same time', async () => {
  const sources = await Promise.all(Array.from({ length: 4 }, () => database.open({ migrations: good })));
  const done = await Promise.all(sources.map((other) => runMigrations(other)));
  expect(done.flat().sort()).toEqual(good.map(({ name }) => name));
});

it('undoes the migration that fails, keeps those before it, and lets others have their turn', async () => {
  const broken = await database.open({ migrations: [...good, Broken1700000000003] });
  await expect(runMigrations(broken)).rejects.toThrow('nowhere');
  const columns: unknown = await source.query(
    `SELECT column_name FROM information_schema.columns WHERE table_name = 'rooms'`,
  );
  expect(columns).toEqual([{ column_name: 'id' }, { column_name: 'title' }]);
  await expect(runMigrations(source)).resolves.toEqual([]);
});

it('waits for a lock only so long, and tries again', async () => {
  class AddKind1700000000004 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      await runner.query('ALTER TABLE rooms ADD COLUMN kind text');
    }
    async down(): Promise<void> {}
  }
  await runMigrations(source);
  const migrating = await database.open({ migrations: [...good, AddKind1700000000004] });
  const holder = source.createQueryRunner();
  await holder.startTransaction();
  await holder.query('LOCK TABLE rooms');
  const blocked = runMigrations(migrating, { lockTimeoutMs: 50 });
  await expect(Promise.all([blocked])).rejects.toThrow('lock timeout');
  const patient = runMigrations(migrating, { lockTimeoutMs: 3_000 });
  await holder.rollbackTransaction();
  await holder.release();
  await expect(patient).resolves.toEqual([AddKind1700000000004.name]);
});

it('leaves the connection as it found it', async () => {
  const single = await database.open({ migrations: good, poolSize: 1, statementTimeoutMs: 1_234 });
  await runMigrations(single);
  await expect(single.query('SHOW statement_timeout')).resolves.toEqual([{ statement_timeout: '1234ms' }]);
});
