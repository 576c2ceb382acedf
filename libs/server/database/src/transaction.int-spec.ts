import type { DataSource, EntityManager } from 'typeorm';
import { openDatabase, type TestDatabase } from './database.fixture';
import { isConnectionLoss, isUniqueViolation } from './failures';
import { transaction } from './transaction';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await openDatabase();
  source = await database.open();
  await source.query('CREATE TABLE counters (id int PRIMARY KEY, n int NOT NULL)');
});
afterAll(() => database.close());
beforeEach(() => source.query('TRUNCATE counters; INSERT INTO counters VALUES (1, 0), (2, 0)'));

const add = (manager: EntityManager, id: number): Promise<unknown> =>
  manager.query('UPDATE counters SET n = n + 1 WHERE id = $1', [id]);

const counters = (): Promise<unknown> => source.query('SELECT id, n FROM counters ORDER BY id');

it('commits, and answers what the work answered', async () => {
  await expect(transaction(source, (manager) => add(manager, 1).then(() => 'done'))).resolves.toBe('done');
  await expect(counters()).resolves.toEqual([
    { id: 1, n: 1 },
    { id: 2, n: 0 },
  ]);
});

it('undoes everything when the work fails, and does not repeat it', async () => {
  let attempts = 0;
  const work = transaction(source, async (manager) => {
    attempts++;
    await add(manager, 1);
    await manager.query('INSERT INTO counters VALUES (2, 7)');
  });
  const error = await work.catch((failure: unknown) => failure);
  expect(isUniqueViolation(error, 'counters_pkey')).toBe(true);
  expect(attempts).toBe(1);
  await expect(counters()).resolves.toEqual([
    { id: 1, n: 0 },
    { id: 2, n: 0 },
  ]);
});

it('starts over when it is the victim of a deadlock', async () => {
  const bothHaveOne = Promise.withResolvers<undefined>();
  let arrived = 0;
  let attempts = 0;
  const cross = (first: number, second: number): Promise<void> =>
    transaction(source, async (manager) => {
      attempts++;
      await add(manager, first);
      if (++arrived === 2) bothHaveOne.resolve(undefined);
      await bothHaveOne.promise;
      await add(manager, second);
    });
  await Promise.all([cross(1, 2), cross(2, 1)]);
  expect(attempts).toBe(3);
  await expect(counters()).resolves.toEqual([
    { id: 1, n: 2 },
    { id: 2, n: 2 },
  ]);
});

it('starts over when others came first', async () => {
  let attempts = 0;
  await transaction(
    source,
    async (manager) => {
      attempts++;
      await manager.query('SELECT n FROM counters');
      if (attempts === 1) await source.query('UPDATE counters SET n = 10 WHERE id = 1');
      await add(manager, 1);
    },
    { isolation: 'REPEATABLE READ' },
  );
  expect(attempts).toBe(2);
  await expect(counters()).resolves.toEqual([
    { id: 1, n: 11 },
    { id: 2, n: 0 },
  ]);
});

it('starts over when the connection breaks before the commit', async () => {
  let attempts = 0;
  await transaction(source, async (manager) => {
    await add(manager, 1);
    if (++attempts === 1) await manager.query('SELECT pg_terminate_backend(pg_backend_pid())');
  });
  expect(attempts).toBe(2);
  await expect(counters()).resolves.toEqual([
    { id: 1, n: 1 },
    { id: 2, n: 0 },
  ]);
});

it('does not start over when the connection breaks during the commit, as nobody knows how that ended', async () => {
  await source.query(`
    CREATE FUNCTION end_me() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$`);
  await source.query(`
    CREATE CONSTRAINT TRIGGER end_at_commit AFTER UPDATE ON counters DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION end_me()`);
  let attempts = 0;
  const work = transaction(source, async (manager) => {
    attempts++;
    await add(manager, 1);
  });
  const error = await work.catch((failure: unknown) => failure);
  await source.query('DROP TRIGGER end_at_commit ON counters');
  expect(isConnectionLoss(error)).toBe(true);
  expect(attempts).toBe(1);
});

it('gives up after so many attempts', async () => {
  let attempts = 0;
  const work = transaction(
    source,
    async (manager) => {
      attempts++;
      await manager.query('SELECT pg_terminate_backend(pg_backend_pid())');
    },
    { retries: 2 },
  );
  await expect(work).rejects.toThrow();
  expect(attempts).toBe(3);
});
