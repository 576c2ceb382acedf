import fc from 'fast-check';
import { readParts, strongest, writePart, type PresencePart } from './presence-part';

const part: fc.Arbitrary<PresencePart> = fc.record({
  status: fc.constantFrom('online', 'away'),
  since: fc.nat(2_000_000_000_000),
});

/** One person's devices by node, and which of the nodes live. */
const devices = fc.array(fc.record({ node: fc.nat(4), device: part, told: fc.integer({ min: 1, max: 3 }) }));
const living = fc.uniqueArray(fc.nat(4));

it('devices, merged on each node, merged over the nodes that live, are as all devices of living nodes are at once', () => {
  fc.assert(
    fc.property(devices, living, fc.nat(), (all, nodes, turn) => {
      const byNode = Map.groupBy(all, ({ node }) => node);
      const record: Record<string, string> = {};
      for (const [node, mine] of byNode) {
        const merged = strongest(mine.flatMap(({ device, told }) => Array.from({ length: told }, () => device)));
        if (merged) record[`node-${node}`] = writePart(merged);
      }
      const parts = readParts(record).filter(({ node }) => nodes.some((living) => node === `node-${living}`));
      const rotated = parts.map((_, i) => parts[(i + turn) % parts.length] ?? raise());

      const there = all.filter(({ node }) => nodes.includes(node)).map(({ device }) => device);
      const merged = strongest(rotated);
      expect(merged).toEqual(strongest(there));
      // Said without the function under test.
      if (there.length === 0) expect(merged).toBeNull();
      else expect(merged?.status).toBe(there.some(({ status }) => status === 'online') ? 'online' : 'away');
      if (merged?.status === 'away') expect(merged.since).toBe(Math.max(...there.map(({ since }) => since)));
    }),
  );
});

it('what is no part in a record is left out', () => {
  expect(readParts({ a: 'online:5', b: 'gone', c: 'away:', d: 'away:x', e: '', f: 'online:5 ' })).toEqual([
    { node: 'a', status: 'online', since: 5 },
  ]);
});

function raise(): never {
  throw new Error('out of range');
}
