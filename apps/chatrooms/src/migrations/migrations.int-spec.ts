import { testDatabase, type TestDatabase } from '@parley/testing';
import { entities } from '../entities';
import { migrations } from './index';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase('chatrooms', migrations, { entities });
});
afterAll(() => database.close());

it('make the schema that the entities describe, with checks and references that are theirs alone', async () => {
  const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
  const differences = upQueries
    .map(({ query }) => query)
    .filter((query) => !/DROP CONSTRAINT "\w+_(check|fkey)"$/.test(query));
  expect(differences).toEqual([]);
});

it('are undone one after the other, and done again', async () => {
  const { dataSource } = database;
  const tables = () =>
    dataSource.query<object[]>("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename");
  const before = await tables();
  for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
  expect(await tables()).toEqual([{ tablename: 'migrations' }]);
  await dataSource.runMigrations();
  expect(await tables()).toEqual(before);
});
