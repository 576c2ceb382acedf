import type { DataSource } from 'typeorm';
import { openDatabase, type TestDatabase } from './database.fixture';
import { isUniqueViolation } from './failures';
import { namedQuery } from './named-query';
import { poolOf } from './pool-of';

const add = { name: 'add-room', text: 'INSERT INTO rooms (id, title) VALUES ($1, $2) RETURNING id, title' };
const whoAmI = { name: 'who-am-i', text: 'SELECT pg_backend_pid() AS pid' };

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await openDatabase();
  source = await database.open({ poolSize: 1 });
  await source.query('CREATE TABLE rooms (id bigint PRIMARY KEY, title text NOT NULL)');
});
afterAll(() => database.close());

async function pid(): Promise<number | undefined> {
  const [row] = await namedQuery<{ pid: number }>(source, whoAmI, []);
  return row?.pid;
}

it('S32: answers rows, with bigint as number', async () => {
  await expect(namedQuery(source, add, [7, `O'Hara"; DROP TABLE rooms; --`])).resolves.toEqual([
    { id: 7, title: `O'Hara"; DROP TABLE rooms; --` },
  ]);
});

it('is prepared once for each connection', async () => {
  await pid();
  await pid();
  const prepared: unknown = await source.query(`SELECT name FROM pg_prepared_statements WHERE name = 'who-am-i'`);
  expect(prepared).toEqual([{ name: 'who-am-i' }]);
});

it('takes part in a transaction', async () => {
  const abandoned = source.transaction(async (manager) => {
    await namedQuery(manager, add, [8, 'Go']);
    throw new Error('never mind');
  });
  await expect(abandoned).rejects.toThrow('never mind');
  await expect(source.query('SELECT id FROM rooms WHERE id = 8')).resolves.toEqual([]);
});

it('keeps the connection when PostgreSQL refuses the statement', async () => {
  const before = await pid();
  const error = await namedQuery(source, add, [7, 'again']).catch((failure: unknown) => failure);
  expect(isUniqueViolation(error, 'rooms_pkey')).toBe(true);
  expect(isUniqueViolation(error, 'another')).toBe(false);
  await expect(pid()).resolves.toBe(before);
});

it('gives up a connection that broke', async () => {
  const before = await pid();
  const suicide = { name: 'end-me', text: 'SELECT pg_terminate_backend(pg_backend_pid())' };
  await expect(namedQuery(source, suicide, [])).rejects.toThrow();
  await expect(pid()).resolves.not.toBe(before);
  expect(poolOf(source).totalCount).toBe(1);
});
