import type { EntityManager } from 'typeorm';
import { messagesFixture, type MessagesFixture } from '../messages.fixture';

/** Tables that would be on every machine whole, and why no room can lead their keys. */
const ON_EVERY_MACHINE: Readonly<Record<string, string>> = {
  blocks: 'a pair of people, asked about beside rooms of every machine; few, and seldom written',
  privacy: 'a person, asked about beside rooms of every machine; few, and seldom written',
  migrations: 'what was migrated, which the migrations alone read',
};

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

interface Key {
  readonly table: string;
  readonly key: string;
  /** Its first column; null for an expression. */
  readonly leads: string | null;
}

/** Primary keys, unique keys and unique indexes, partitions' own included. */
const uniqueKeys = (manager: EntityManager): Promise<Key[]> =>
  manager.query(`
    SELECT t.relname AS "table", i.relname AS "key",
      (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = x.indkey[0] AND a.attnum > 0) AS "leads"
    FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
    WHERE x.indisunique AND t.relnamespace = current_schema()::regnamespace
    ORDER BY 1, 2`);

/** Both ends of foreign keys. */
const foreignKeys = (manager: EntityManager): Promise<Key[]> =>
  manager.query(`
    SELECT t.relname AS "table", c.conname AS "key", a.attname AS "leads"
    FROM pg_constraint c
    CROSS JOIN LATERAL (VALUES (c.conrelid, c.conkey[1]), (c.confrelid, c.confkey[1])) AS ends (relid, attnum)
    JOIN pg_class t ON t.oid = ends.relid
    JOIN pg_attribute a ON a.attrelid = ends.relid AND a.attnum = ends.attnum
    WHERE c.contype = 'f' AND t.relnamespace = current_schema()::regnamespace
    ORDER BY 1, 2`);

/** Keys that could not hold on one machine alone if rooms were spread over several. */
async function misfits(manager: EntityManager): Promise<string[]> {
  const keys = [...(await uniqueKeys(manager)), ...(await foreignKeys(manager))];
  return keys
    .filter(({ table, leads }) => leads !== 'room_id' && ON_EVERY_MACHINE[table] === undefined)
    .map(({ table, key }) => `${table}: ${key}`);
}

it('begins every key with the room, but of tables that are whole on every machine', async () => {
  expect(await misfits(fixture.db.manager)).toEqual([]);
  const keys = await uniqueKeys(fixture.db.manager);
  // The partitioned table's keys and those of its sixteen partitions, and every table that is listed above.
  expect(keys.filter(({ table }) => table.startsWith('messages'))).toHaveLength(3 * 17);
  expect(keys.map(({ table }) => table)).toEqual(expect.arrayContaining(['rooms', 'members', 'earlier_texts']));
  const tables = new Set(keys.map(({ table }) => table));
  expect(Object.keys(ON_EVERY_MACHINE).filter((table) => !tables.has(table))).toEqual([]);
});

it.each([
  [
    'a primary key',
    'CREATE TABLE unfit (id uuid CONSTRAINT unfit_pkey PRIMARY KEY, room_id uuid)',
    ['unfit: unfit_pkey'],
  ],
  ['a unique index', 'CREATE UNIQUE INDEX messages_unfit ON members (user_id)', ['members: messages_unfit']],
  ['an expression', 'CREATE UNIQUE INDEX unfit ON members (md5(role))', ['members: unfit']],
  [
    'a foreign key',
    `CREATE TABLE unfit (room_id uuid, user_id uuid, sender_id uuid, CONSTRAINT unfit_pkey PRIMARY KEY (room_id, user_id),
      CONSTRAINT unfit_fkey FOREIGN KEY (user_id) REFERENCES privacy (user_id))`,
    ['unfit: unfit_fkey'],
  ],
])('finds %s that does not', async (_, statement, found) => {
  const runner = fixture.db.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(statement);
    expect(await misfits(runner.manager)).toEqual(found);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});

it('knows the room of every row that belongs to one', async () => {
  const rows = await fixture.db.query<{ table: string; isSet: boolean | null }[]>(`
    SELECT t.relname AS "table", a.attnotnull AS "isSet"
    FROM pg_class t LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'room_id'
    WHERE t.relkind IN ('r', 'p') AND t.relnamespace = current_schema()::regnamespace`);
  const without = rows.filter(({ isSet }) => isSet !== true).map(({ table }) => table);
  expect(without.toSorted()).toEqual(Object.keys(ON_EVERY_MACHINE).toSorted());
});
