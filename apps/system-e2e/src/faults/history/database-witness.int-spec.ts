import { borrowDatabase, type Borrowed } from '@parley/server-embedded';
import { REFUSE_MESSAGES, TAKE_MESSAGES_AGAIN, TRY_A_MESSAGE } from '../nemesis/disk-faults';
import { DatabaseWitness } from './database-witness';

let database: Borrowed;
let witness: DatabaseWitness;
beforeAll(async () => {
  database = await borrowDatabase('witness');
  witness = new DatabaseWitness(database.url);
  await witness.run('CREATE TABLE messages (seq bigint) PARTITION BY HASH (seq)');
  await witness.run('CREATE TABLE messages_0 PARTITION OF messages FOR VALUES WITH (MODULUS 1, REMAINDER 0)');
});
afterAll(() => database.giveBack());

it('tells by which code PostgreSQL refuses a statement', async () => {
  expect(await witness.tries('SELECT 1')).toBeNull();
  expect(await witness.tries('SELECT 1 / 0')).toBe('22012');
  const url = new URL(database.url);
  url.port = '1';
  expect(await new DatabaseWitness(url.href).tries('SELECT 1')).toBeNull();
});

it('has PostgreSQL refuse messages as on a full disk, and take them again', async () => {
  expect(await witness.tries(TRY_A_MESSAGE)).toBeNull();
  for (let times = 0; times < 2; times++) await witness.run(REFUSE_MESSAGES);
  expect(await witness.tries(TRY_A_MESSAGE)).toBe('53100');
  expect(await witness.tries('INSERT INTO messages VALUES (1)')).toBe('53100');
  for (let times = 0; times < 2; times++) await witness.run(TAKE_MESSAGES_AGAIN);
  expect(await witness.tries('INSERT INTO messages VALUES (1)')).toBeNull();
});
