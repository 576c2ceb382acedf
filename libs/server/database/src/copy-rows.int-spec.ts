import type { DataSource } from 'typeorm';
import { copyRows } from './copy-rows';
import { openDatabase, type TestDatabase } from './database.fixture';
import { isUniqueViolation } from './failures';
import { transaction } from './transaction';

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await openDatabase();
  source = await database.open();
  await source.query('CREATE TABLE copied (n integer PRIMARY KEY, text text)');
});
afterEach(() => source.query('TRUNCATE copied'));
afterAll(() => database.close());

const COPY = 'COPY copied (n, text) FROM STDIN';
const copy = (portions: AsyncIterable<string>) =>
  transaction(source, (manager) => copyRows(manager, COPY, portions), { retries: 0 });
const count = async (): Promise<number> => {
  const [row] = await source.query<{ count: number }[]>('SELECT count(*) FROM copied');
  return row?.count ?? -1;
};
async function* rows(from: number, to: number, told?: (n: number) => void): AsyncGenerator<string, void, undefined> {
  for (let n = from; n <= to; n++) {
    told?.(n);
    yield `${n}\t${'x'.repeat(1_000)}\n`;
  }
}

it('writes all rows, and leaves the connection good for more', async () => {
  await transaction(source, async (manager) => {
    await copyRows(manager, COPY, rows(1, 3_000));
    await copyRows(manager, COPY, rows(3_001, 3_002));
    await manager.query('INSERT INTO copied VALUES (0, NULL)');
  });
  expect(await count()).toBe(3_003);
});

it('takes no rows at all', async () => {
  await copy(rows(1, 0));
  expect(await count()).toBe(0);
});

it('keeps nothing where a row is refused, tells which, and asks for no more', async () => {
  let asked = 0;
  const error: unknown = await copy(
    (async function* () {
      yield* rows(1, 5);
      yield* rows(3, 30_000, (n) => (asked = n));
    })(),
  ).catch((thrown: unknown) => thrown);
  expect(isUniqueViolation(error, 'copied_pkey')).toBe(true);
  expect(error).toMatchObject({ where: expect.stringContaining('line 6') });
  expect(asked).toBeLessThan(30_000);
  expect(await count()).toBe(0);
});

it('keeps nothing where the rows end in an error, and throws that', async () => {
  const failing = copy(
    (async function* () {
      yield* rows(1, 5);
      throw new Error('torn');
    })(),
  );
  await expect(failing).rejects.toThrow('torn');
  expect(await count()).toBe(0);
});

it('does not wait for ever where the connection breaks', async () => {
  const other = await database.open({ applicationName: 'other' });
  const broken = copy(
    (async function* () {
      yield* rows(1, 5);
      await other.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tests' AND pid <> pg_backend_pid()",
      );
      yield* rows(6, 100_000);
    })(),
  );
  await expect(broken).rejects.toThrow();
  expect(await count()).toBe(0);
});

it('refuses to copy outside a transaction', async () => {
  await expect(copyRows(source.manager, COPY, rows(1, 2))).rejects.toThrow('inside a transaction');
});
