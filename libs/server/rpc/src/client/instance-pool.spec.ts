import type { Address } from '@parley/server-runtime';
import { silentLog } from '../log.fixture';
import { Signer } from '../wire/signer';
import { InstancePool } from './instance-pool';
import type { Lookup } from './resolver';

const signer = new Signer('the secret of the tests, long enough');
const pools: InstancePool[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

function poolOf(addresses: readonly Address[], lookup?: Lookup): InstancePool {
  const pool = new InstancePool({ addresses, signer, log: silentLog(), ...(lookup === undefined ? {} : { lookup }) });
  pools.push(pool);
  return pool;
}

const three = ['10.0.0.1', '10.0.0.2', '10.0.0.3'].map((host) => ({ host, port: 1 }));

function picks(pool: InstancePool, count: number): (string | undefined)[] {
  return Array.from({ length: count }, () => pool.pick(new Set())?.name);
}

const namesOf = (pool: InstancePool): string[] => pool.instances.map(({ name }) => name);

it('gives everybody a turn', () => {
  const names = picks(poolOf(three), 9);
  for (const { host } of three) expect(names.filter((name) => name === `${host}:1`)).toHaveLength(3);
});

it('tries each instance once for a call, those that failed lately last', () => {
  const pool = poolOf(three);
  const [first, second, third] = pool.instances;
  if (!first || !second || !third) throw new Error('there should be three');
  pool.noteFailure(first, new Error('gone'));
  pool.noteFailure(first, new Error('gone'));
  pool.noteFailure(second, new Error('gone'));
  expect(new Set(picks(pool, 5))).toEqual(new Set([third.name]));

  const tried = new Set<typeof first>();
  for (let next = pool.pick(tried); next !== undefined; next = pool.pick(tried)) tried.add(next);
  expect([...tried]).toEqual([third, second, first]);

  pool.noteSuccess(first);
  expect(new Set(picks(pool, 4))).toEqual(new Set([first.name, third.name]));
});

it('takes an address that was given twice, or found under two names, for one instance', async () => {
  const pool = poolOf(
    [
      { host: 'a', port: 1 },
      { host: 'b', port: 1 },
      { host: '10.0.0.1', port: 1 },
    ],
    async () => ['10.0.0.1', '10.0.0.2'],
  );
  await pool.refresh();
  expect(namesOf(pool)).toEqual(['10.0.0.1:1', '10.0.0.2:1']);
});

it('keeps the instances of a name that can not be looked up right now', async () => {
  let find: Lookup = async (host) => (host === 'a' ? ['10.0.0.1'] : ['10.0.0.2']);
  const pool = poolOf(
    [
      { host: 'a', port: 1 },
      { host: 'b', port: 1 },
    ],
    (host) => find(host),
  );
  await pool.refresh();
  const [kept] = pool.instances;
  find = async (host) => {
    if (host === 'a') throw new Error('ENOTFOUND');
    return ['10.0.0.3'];
  };
  await pool.refresh();
  expect(namesOf(pool)).toEqual(['10.0.0.1:1', '10.0.0.3:1']);
  expect(pool.instances[0]).toBe(kept);
});
