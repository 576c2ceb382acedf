import { setTimeout } from 'node:timers/promises';
import { testDatabase, type TestDatabase } from '@parley/testing';
import { entities } from '../entities';
import { v7 as uuidV7 } from 'uuid';
import { KnownNetworks1795915400000 } from './1795915400000-known-networks';
import { StatusBefore1795914900000 } from './1795914900000-status-before';
import { migrations } from './index';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase('users_schema', migrations, { entities });
});
afterAll(() => database.close());

/** Each column of the schema that belongs to Parley, as `table.column`, marked where it may be null. */
async function columnsOfSchema(): Promise<string[]> {
  const rows = await database.dataSource.query<{ name: string; nullable: string }[]>(
    `SELECT table_name || '.' || column_name AS name, is_nullable AS nullable FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name NOT IN ('migrations', 'session_endings')`,
  );
  return rows.map(({ name, nullable }) => (nullable === 'YES' ? `${name}?` : name)).sort();
}

describe('the migrations', () => {
  it('make the columns that the entities name, and no others', async () => {
    const named = database.dataSource.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.map(({ databaseName, isNullable }) => `${tableName}.${databaseName}${isNullable ? '?' : ''}`),
    );
    await expect(columnsOfSchema()).resolves.toEqual(named.sort());
  });

  it('know of an account that is suspended already whether its owner had closed it for now', async () => {
    const { dataSource } = database;
    const runner = dataSource.createQueryRunner();
    const migration = new StatusBefore1795914900000();
    const suspended = async (...events: string[]): Promise<string> => {
      const id = uuidV7();
      await runner.query(
        `INSERT INTO accounts (id, email, password_hash, created_at, status) VALUES ($1::uuid, $1::text, '', now(), 'suspended')`,
        [id],
      );
      for (const event of events)
        await runner.query('INSERT INTO security_events (id, at, event, user_id) VALUES ($1, now(), $2, $3)', [
          ...[uuidV7(), event, id],
        ]);
      return id;
    };
    await migration.down(runner);
    const closed = await suspended('deactivated', 'suspended');
    await suspended('deactivated', 'reactivated', 'suspended');
    await suspended();
    await migration.up(runner);
    const found = await dataSource.query<object[]>('SELECT id FROM accounts WHERE status_before IS NOT NULL');
    await runner.release();
    expect(found).toEqual([{ id: closed }]);
  });

  it('build an index beside those who write, however long one of them takes', async () => {
    const [writer, runner] = [database.dataSource.createQueryRunner(), database.dataSource.createQueryRunner()];
    const migration = new KnownNetworks1795915400000();
    await migration.down(runner);
    await runner.query(`SET lock_timeout = '20ms'`);
    await writer.startTransaction();
    await writer.query(`INSERT INTO security_events (id, at, event) VALUES ($1, now(), 'sign_in_failed')`, [uuidV7()]);
    const built = migration.up(runner);
    await setTimeout(200);
    await writer.commitTransaction();
    await built;
    // Those that come after it wait for as little as before.
    await expect(runner.query('SHOW lock_timeout')).resolves.toEqual([{ lock_timeout: '20ms' }]);
    await runner.query('RESET lock_timeout');
    await Promise.all([writer.release(), runner.release()]);
  });

  it('can be undone', async () => {
    for (const _ of migrations) await database.dataSource.undoLastMigration({ transaction: 'each' });
    await expect(columnsOfSchema()).resolves.toEqual([]);
  });
});
