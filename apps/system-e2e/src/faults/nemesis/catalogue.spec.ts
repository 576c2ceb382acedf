import { plantedMistakes } from '../planted';
import { catalogue, catalogueFor } from './catalogue';
import { diskFaults } from './disk-faults';

const all = [...catalogue, ...diskFaults];
const names = all.map(({ kind, what }) => `${kind} ${what}`);

it('names each fault once', () => {
  expect([...new Set(names)]).toEqual(names);
});

it.each(Array.from({ length: 12 }, (_, index) => `F${index + 1}`).filter((kind) => kind !== 'F11'))(
  'has %s',
  (kind) => {
    expect(all.filter((fault) => fault.kind === kind)).not.toEqual([]);
  },
);

it('brings out each planted mistake that does not show by itself', () => {
  for (const { name, faults } of plantedMistakes) {
    if (faults !== null) expect({ name, by: names.filter((each) => faults.test(each)) }).not.toEqual({ name, by: [] });
  }
});

it('hits with a pair all that both of them hit, for as long as the longer', () => {
  const pairs = all.filter(({ kind }) => kind === 'F16');
  expect(pairs.map(({ what }) => what.split(':')[0])).toEqual(['F3+F1', 'F5+F2', 'F6+F7']);
  for (const { what, targets, lasts } of pairs) {
    const parts = catalogue.filter((each) => each.kind !== 'F16' && what.includes(`${each.what}`));
    for (const part of parts) {
      expect(targets).toEqual(expect.arrayContaining([...part.targets]));
      expect(lasts[0]).toBeGreaterThanOrEqual(part.lasts[0]);
    }
  }
});

it('where Redis is several servers, does what it does to one of them to none, and takes masters away instead', () => {
  for (const redis of ['sentinels', 'cluster'] as const) {
    const targets = catalogueFor(redis).map(({ kind, what, targets: all }) => ({ name: `${kind} ${what}`, all }));
    expect(targets.filter(({ all }) => all.join().includes('->redis'))).toEqual([]);
    expect(targets.filter(({ all }) => all.includes('redis')).map(({ name }) => name)).toEqual([
      'F3 Redis: kill -9 of a master',
      'F4 Redis: SIGSTOP of a master',
    ]);
  }
  expect(catalogueFor('single')).toBe(catalogue);
});
