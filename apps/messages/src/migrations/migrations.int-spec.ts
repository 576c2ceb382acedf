import { messagesFixture, type MessagesFixture } from '../messages.fixture';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

it('make the schema that the entities describe, with checks that are theirs alone', async () => {
  const { upQueries } = await fixture.db.driver.createSchemaBuilder().log();
  const differences = upQueries
    .map(({ query }) => query)
    .filter((query) => !/DROP CONSTRAINT "\w+_check"$/.test(query));
  expect(differences).toEqual([]);
});

it('are undone one after the other, and done again', async () => {
  const tables = () =>
    fixture.db.query<object[]>("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename");
  const before = await tables();
  for (const _ of fixture.db.migrations) await fixture.db.undoLastMigration();
  expect(await tables()).toEqual([{ tablename: 'migrations' }]);
  await fixture.db.runMigrations();
  expect(await tables()).toEqual(before);
});
