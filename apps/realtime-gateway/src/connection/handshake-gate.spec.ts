import { ParleyError } from '@parley/contracts';
import fc from 'fast-check';
import { HandshakeGate } from './handshake-gate';

const options = { atOnce: 2, capacity: 3, patienceMs: 4_000, comeAgainMs: [1_000, 6_000] } as const;

/** Work that ends when the test says so. */
function held() {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (end = resolve));
  return { work: () => done, end };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('lets so many in at once, the others in their order, and sends away those for whom there is no room', async () => {
  const gate = new HandshakeGate({ ...options, random: () => 0.5, now: () => 0 });
  const began: number[] = [];
  const works = Array.from({ length: 6 }, held);
  const passes = works.map(({ work }, index) =>
    gate
      .pass(
        () => true,
        () => {
          began.push(index);
          return work();
        },
      )
      .catch((error: unknown) => error),
  );
  await settled();
  expect(began).toEqual([0, 1]);
  expect(await passes[5]).toMatchObject({ code: 'unavailable', retryAfterMs: 1_000 });
  works[1]?.end();
  await settled();
  expect(began).toEqual([0, 1, 2]);
  for (const { end } of works) end();
  await Promise.all(passes);
  expect(began).toEqual([0, 1, 2, 3, 4]);
});

it('works for nobody who has waited too long or has gone', async () => {
  let now = 0;
  const gate = new HandshakeGate({ ...options, atOnce: 1, now: () => now });
  const first = held();
  const passing = gate.pass(() => true, first.work);
  const late = gate.pass(
    () => true,
    () => Promise.resolve('late'),
  );
  now = 2_000;
  const gone = gate.pass(
    () => false,
    () => Promise.resolve('gone'),
  );
  const patient = gate.pass(
    () => true,
    () => Promise.resolve('patient'),
  );
  now = 5_000;
  first.end();
  await passing;
  await expect(late).rejects.toMatchObject({ code: 'unavailable' });
  await expect(gone).rejects.toMatchObject({ code: 'unavailable' });
  expect(await patient).toBe('patient');
});

it('learns how fast the node is, lets as many wait as will have their turn in time, and gives each of the others a turn of its own', async () => {
  let now = 0;
  const gate = new HandshakeGate({ ...options, atOnce: 1, capacity: 10_000, random: () => 0, now: () => now });
  let end: () => void = () => undefined;
  const work = (): Promise<void> => new Promise((resolve) => (end = resolve));
  const outcomes: (number | 'in')[] = [];
  const come = (): Promise<number> =>
    gate
      .pass(() => true, work)
      .then(
        () => outcomes.push('in'),
        ({ retryAfterMs = NaN }: ParleyError) => outcomes.push(retryAfterMs),
      );
  // 20 ms for each, with always two in line.
  for (let i = 0; i < 3; i++) void come();
  for (let i = 0; i < 300; i++) {
    now += 20;
    end();
    await settled();
    void come();
  }
  expect(outcomes.every((outcome) => outcome === 'in')).toBe(true);
  outcomes.length = 0;
  for (let i = 0; i < 400; i++) void come();
  await settled();
  const turns = outcomes.map(Number);
  // 4 s of patience have room for 200 in line; the first of the others comes when those have been served.
  expect(turns.length).toBeGreaterThan(190);
  expect(turns.length).toBeLessThan(215);
  for (const [index, turn] of turns.entries()) {
    expect(Math.abs(turn - Math.min(6_000, 4_000 + 20 * index))).toBeLessThan(150);
  }
});

it('never has more under way than it may, and is empty and open again after any storm', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ fails: fc.boolean(), wanted: fc.boolean(), turns: fc.nat(4) }), { maxLength: 30 }),
      async (storm) => {
        const gate = new HandshakeGate(options);
        let running = 0;
        const outcomes = await Promise.allSettled(
          storm.map(({ fails, wanted, turns }) =>
            gate.pass(
              () => wanted,
              async () => {
                expect(++running).toBeLessThanOrEqual(options.atOnce);
                for (let i = 0; i < turns; i++) await Promise.resolve();
                running--;
                if (fails) throw new ParleyError('unauthenticated', 'no');
              },
            ),
          ),
        );
        expect(outcomes).toHaveLength(storm.length);
        expect(running).toBe(0);
        const after = Array.from({ length: options.atOnce }, () =>
          gate.pass(
            () => true,
            () => Promise.resolve('in'),
          ),
        );
        expect(await Promise.all(after)).toEqual(['in', 'in']);
      },
    ),
  );
});
