import { testDatabase, type TestDatabase } from '@parley/testing';
import { entities } from '../entities';
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

  it('can be undone', async () => {
    for (const _ of migrations) await database.dataSource.undoLastMigration({ transaction: 'each' });
    await expect(columnsOfSchema()).resolves.toEqual([]);
  });
});
