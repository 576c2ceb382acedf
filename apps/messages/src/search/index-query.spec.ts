import fc from 'fast-check';
import { firstOfStretches, indexQueries, mostStretches, PARTITIONS, statementsOf, STRETCH } from './index-query';

const roomId = '018f0000-0000-7000-8000-0123456789ab';
const part = (partition: number, low: number, high: number) => ({ roomId, partition, low, high });

it('asks each partition for every word in each stretch of its rooms', () => {
  const queries = indexQueries([part(3, 1, 2 * STRETCH), part(3, 5, 6), part(15, 1, 1)], [['kai'], ['xo', 'xa']]);
  expect(queries).toHaveLength(PARTITIONS);
  const within = (stretch: number) =>
    `(('0123456789ab${stretch}:kai':*) & ('0123456789ab${stretch}:xo':* | '0123456789ab${stretch}:xa':*))`;
  expect(queries[3]).toBe(`((${within(0)} | ${within(1)}) | (${within(2)} | ${within(0)}))`);
  expect(queries[15]).toBe(within(0));
  expect(queries.filter((query) => query !== null)).toHaveLength(2);
});

it('asks no statement for too much at once, and leaves no part out', () => {
  const part = fc.record({
    roomId: fc.constant(roomId),
    partition: fc.nat({ max: PARTITIONS - 1 }),
    ...{ low: fc.integer({ min: 1, max: STRETCH }), high: fc.integer({ min: STRETCH, max: 40 * STRETCH }) },
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 200 }), fc.integer({ min: 1, max: 24 }), (parts, keys) => {
      const groups = [...statementsOf(parts, keys)];
      expect(groups.flat()).toEqual(parts);
      for (const group of groups) {
        const terms = Array.from({ length: keys }, () => ['x']);
        const asked = indexQueries(group, terms).flatMap((query) => query?.match(/:\*/g) ?? []);
        expect(group.length === 1 || asked.length <= 1_024).toBe(true);
      }
    }),
    { numRuns: 20 },
  );
});

it('counts stretches back from a place', () => {
  expect(firstOfStretches(STRETCH + 5, 1)).toBe(STRETCH);
  expect(firstOfStretches(STRETCH + 5, 2)).toBe(1);
  expect(firstOfStretches(5 * STRETCH, 3)).toBe(3 * STRETCH);
  expect(mostStretches(1)).toBe(256);
  expect(mostStretches(1_000)).toBe(1);
});
