import { setTimeout as sleep } from 'node:timers/promises';
import { Column, Entity, PrimaryColumn, type DataSource, type FindOptionsWhere } from 'typeorm';
import { endConnections, openDatabase, type TestDatabase } from './database.fixture';
import { isConnectionLoss, sqlState } from './failures';
import { namedQuery } from './named-query';
import { poolOf } from './pool-of';

@Entity('rooms')
class Room {
  @PrimaryColumn('bigint')
  id!: number;

  @Column('text')
  title!: string;
}

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await openDatabase();
  source = await database.open({ entities: [Room], statementTimeoutMs: 300, lockTimeoutMs: 100 });
  await source.query('CREATE TABLE rooms (id bigint PRIMARY KEY, title text NOT NULL)');
  await source.query(`INSERT INTO rooms VALUES (9007199254740991, 'Chess')`);
});
afterAll(() => database.close());

const failure = (query: Promise<unknown>): Promise<unknown> =>
  query.then(
    () => 'no failure',
    (error: unknown) => error,
  );

it('reads bigint as a number, in entities too', async () => {
  const rooms = source.getRepository(Room);
  await expect(rooms.find()).resolves.toEqual([{ id: Number.MAX_SAFE_INTEGER, title: 'Chess' }]);
});

it('S19: never takes a condition without a value for no condition', async () => {
  const rooms = source.getRepository(Room);
  // The types refuse it, but what comes from outside has no types.
  const where: FindOptionsWhere<Room> = {};
  Object.assign(where, { id: undefined });
  await expect(rooms.findOne({ where })).rejects.toThrow(/undefined/i);
  await expect(rooms.delete(where)).rejects.toThrow();
  await expect(rooms.count()).resolves.toBe(1);
});

it('shows its name to PostgreSQL', async () => {
  await expect(source.query(`SELECT current_setting('application_name') AS name`)).resolves.toEqual([
    { name: 'tests' },
  ]);
});

it('plans a statement once where it is told to', async () => {
  const plans = {
    name: 'plans',
    text: 'SELECT generic_plans::int AS generic, custom_plans::int AS custom FROM pg_prepared_statements WHERE name = $1',
  };
  const counted = async (plansOnce: boolean): Promise<unknown> => {
    const one = await database.open({ poolSize: 1, plansOnce });
    for (let count = 0; count < 3; count++)
      await namedQuery(one, { name: 'titles', text: 'SELECT title FROM rooms WHERE id = $1' }, [count]);
    return namedQuery(one, plans, ['titles']);
  };
  await expect(counted(true)).resolves.toEqual([{ generic: 3, custom: 0 }]);
  await expect(counted(false)).resolves.toEqual([{ generic: 0, custom: 3 }]);
});

it('has no statement done by several processes', async () => {
  for (const plansOnce of [true, false]) {
    const one = await database.open({ poolSize: 1, plansOnce });
    const setting = { name: 'parallel', text: 'SHOW max_parallel_workers_per_gather' };
    await expect(namedQuery(one, setting, [])).resolves.toEqual([{ max_parallel_workers_per_gather: '0' }]);
  }
});

it('ends a statement that takes too long', async () => {
  const error = await failure(source.query('SELECT pg_sleep(60)'));
  expect(sqlState(error)).toBe('57014');
});

it('ends the wait for a lock', async () => {
  await source.transaction(async (holder) => {
    await holder.query('LOCK TABLE rooms');
    const error = await failure(source.query('SELECT * FROM rooms'));
    expect(sqlState(error)).toBe('55P03');
  });
});

it('ends a transaction in which nothing happens', async () => {
  const idle = await database.open({ idleInTransactionMs: 50, applicationName: 'idle' });
  const runner = idle.createQueryRunner();
  await runner.startTransaction();
  const others = { name: 'others', text: `SELECT pid FROM pg_stat_activity WHERE application_name = 'idle'` };
  while ((await namedQuery(source, others, [])).length > 0) await sleep(10);
  expect(await failure(runner.query('SELECT 1'))).toBeInstanceOf(Error);
  await runner.release();
  await expect(idle.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
});

it('ends the wait for a free connection', async () => {
  const narrow = await database.open({ poolSize: 1, acquireTimeoutMs: 500 });
  const runner = narrow.createQueryRunner();
  await runner.connect();
  await expect(narrow.query('SELECT 1')).rejects.toThrow(/timeout/);
  await runner.release();
  await expect(narrow.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
});

it('heals when PostgreSQL ends its connections, idle and busy ones', async () => {
  const other = await database.open({ applicationName: 'other' });
  await Promise.all(Array.from({ length: 4 }, () => source.query('SELECT pg_sleep(0.05)')));
  expect(poolOf(source).idleCount).toBe(4);
  const slow = await database.open({ applicationName: 'slow', statementTimeoutMs: 60_000 });
  const busy = failure(slow.query('SELECT pg_sleep(60)'));
  await endConnections(other);
  await endConnections(other, 'slow');
  expect(isConnectionLoss(await busy)).toBe(true);
  // The news of it may not have come yet: what is sent on such a connection fails, once for each at most.
  for (let failures = 0; ; failures++) {
    expect(failures).toBeLessThanOrEqual(4);
    if (!((await failure(source.query('SELECT 1'))) instanceof Error)) break;
  }
  await expect(Promise.all(Array.from({ length: 20 }, () => source.query('SELECT 1 AS one')))).resolves.toHaveLength(
    20,
  );
  await expect(slow.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
});
