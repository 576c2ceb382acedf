import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Crew } from './crew';
import type { Side } from './side';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-crew-'));
});
afterAll(() => rm(folder, { recursive: true }));

const seats = ['a', 'a', 'b', 'b'].map((room) => ({ port: 0, auth: '', rooms: [room] }));
const side: Side = { seats, used: () => ({}), heldBytes: () => 0, stop: () => Promise.resolve() };
const load = { pace: { perSecond: 1 }, ms: 1, characters: 100 };

/** A crew whose processes answer orders by this. */
async function crewThat(name: string, answer: string): Promise<Crew> {
  const program = join(folder, `${name}.mjs`);
  await writeFile(
    program,
    `process.on('message', (order) => { ${answer} }); process.on('disconnect', () => process.exit());`,
  );
  return new Crew(side, { program, patienceMs: 0 });
}

/** One message of each process was acknowledged in room a, and each says that it was heard so often. */
const heardTimes = (count: number) =>
  `process.send({ load: { type: 'loaded', elapsedMs: 1, acknowledged: 1, late: 0, refused: 0, byRoom: { a: 1 }, ackMs: [1] },
    count: { type: 'counted', heard: ${count} }, tell: { type: 'heard', deliveryMs: Array(${count}).fill(1), inTime: 1 } }[order.type]);`;

it('a process that ends is told of at once, with what it said last, and so is everything after it', async () => {
  const crew = await crewThat('ends', `console.error('no more memory'); process.exit(3);`);
  await expect(crew.connect()).rejects.toThrow(/exit code 3\): no more memory/);
  await expect(crew.bear(load)).rejects.toThrow(/no more memory/);
  crew.stop();
});

it('a connection that ends while nobody asks spoils what comes after it', async () => {
  const crew = await crewThat(
    'fails',
    `process.send({ type: 'connected', joinMs: [] }); process.send({ type: 'failed', reason: 'cut off' });`,
  );
  await expect(crew.connect().then(() => crew.idle(60_000))).rejects.toThrow('cut off');
  crew.stop();
});

it('all that is due was heard, or the run fails', async () => {
  // Two messages, each heard by two.
  for (const [count, said] of [
    [1, '2 of 4 deliveries did not come'],
    [3, '6 deliveries, and only 4 were due'],
  ] as const) {
    const crew = await crewThat(`hears-${count}`, heardTimes(count));
    await expect(crew.bear(load)).rejects.toThrow(said);
    crew.stop();
  }
  const crew = await crewThat('hears-all', heardTimes(2));
  expect(await crew.bear(load)).toMatchObject({ 'messages/s': 2_000, 'delivery p50 ms': 1 });
  crew.stop();
});
