import type { DataSource } from 'typeorm';
import { openDatabase, type TestDatabase } from './database.fixture';
import { takeTurn } from './take-turn';

let database: TestDatabase;
let [one, other]: DataSource[] = [];
beforeAll(async () => {
  database = await openDatabase();
  [one, other] = [await database.open(), await database.open()];
});
afterAll(() => database.close());

const TURN = 7;
const nothing = () => Promise.resolve();
const sources = (): [DataSource, DataSource] => {
  if (one === undefined || other === undefined) throw new Error('There is no database.');
  return [one, other];
};

it('is one process’s at a time, by what is done', async () => {
  const [here, there] = sources();
  const done = await takeTurn(here, TURN, async () => {
    expect(await takeTurn(there, TURN, nothing)).toBe(false);
    expect(await takeTurn(there, TURN + 1, nothing)).toBe(true);
  });
  expect(done).toBe(true);
  expect(await takeTurn(there, TURN, nothing)).toBe(true);
});

it('ends where the work fails', async () => {
  const [here, there] = sources();
  await expect(takeTurn(here, TURN, () => Promise.reject(new Error('No.')))).rejects.toThrow('No.');
  expect(await takeTurn(there, TURN, nothing)).toBe(true);
});
