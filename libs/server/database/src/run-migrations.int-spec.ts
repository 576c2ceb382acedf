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

class AddKind1700000000004 implements MigrationInterface {
  static readonly statement = 'ALTER TABLE rooms ADD COLUMN kind text';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AddKind1700000000004.statement);
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

/** Resolves when this statement waits for a lock. */
async function waits(statement: string): Promise<void> {
  for (let rows: unknown[] = []; rows.length === 0;) {
    rows = await source.query<unknown[]>(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query = $1 AND wait_event_type = 'Lock'`,
      [statement],
    );
  }
}

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

it('waits for a lock only so long, and tries again after a pause', async () => {
  await runMigrations(source);
  const migrating = await database.open({ migrations: [...good, AddKind1700000000004] });
  const holder = source.createQueryRunner();
  await holder.startTransaction();
  await holder.query('LOCK TABLE rooms');
  const begun = performance.now();
  const blocked = runMigrations(migrating, { lockTimeoutMs: 20, lockPauseMs: 30 });
  await expect(Promise.all([blocked])).rejects.toThrow('lock timeout');
  expect(performance.now() - begun).toBeGreaterThan(400);
  const patient = runMigrations(migrating, { lockTimeoutMs: 3_000 });
  await holder.rollbackTransaction();
  await holder.release();
  await expect(patient).resolves.toEqual([AddKind1700000000004.name]);
});

it('holds nobody up for longer than a service waits, while it waits itself', async () => {
  await runMigrations(source);
  const migrating = await database.open({ migrations: [...good, AddKind1700000000004] });
  const reader = source.createQueryRunner();
  await reader.startTransaction();
  await reader.query('SELECT * FROM rooms');
  const done = runMigrations(migrating, { lockPauseMs: 100 });
  await waits(AddKind1700000000004.statement);
  // Behind the migration, with the lock timeout that all services have.
  await source.query(`INSERT INTO rooms VALUES (1, 'Spanish')`);
  await reader.rollbackTransaction();
  await reader.release();
  await expect(done).resolves.toEqual([AddKind1700000000004.name]);
});

it('leaves the connection as it found it', async () => {
  const single = await database.open({ migrations: good, poolSize: 1, statementTimeoutMs: 1_234 });
  await runMigrations(single);
  await expect(single.query('SHOW statement_timeout')).resolves.toEqual([{ statement_timeout: '1234ms' }]);
});
