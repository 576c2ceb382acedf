import fc from 'fast-check';
import { drainSockets, type Movable } from './drain-sockets';

/** Time that passes only when everybody waits for it. */
class VirtualTime {
  now = 0;
  private readonly waiting: { at: number; wake: () => void }[] = [];

  readonly sleep = (ms: number): Promise<void> => new Promise((wake) => this.waiting.push({ at: this.now + ms, wake }));

  /** Lets time pass until `work` is done. */
  async pass(work: Promise<void>): Promise<void> {
    let isDone = false;
    const ending = work.finally(() => (isDone = true));
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (isDone) return ending;
      const next = this.waiting.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined) throw new Error('nobody waits, and nothing ends');
      this.waiting.splice(this.waiting.indexOf(next), 1);
      this.now = next.at;
      next.wake();
    }
  }
}

/** A client that goes at once when it is told to, or waits until it is closed. */
class Client implements Movable {
  connected = true;
  toldAt: number | undefined;
  goneAt: number | undefined;

  constructor(
    private readonly time: VirtualTime,
    private readonly isObedient: boolean,
  ) {}

  readonly conn = { close: () => this.go() };

  emit(_: 'server:draining', { reconnectWithinMs }: { reconnectWithinMs: number }): void {
    this.toldAt = this.time.now;
    if (this.isObedient) void this.time.sleep(reconnectWithinMs / 2).then(() => this.go());
  }

  private go(): void {
    this.connected = false;
    this.goneAt ??= this.time.now;
  }
}

const never = new AbortController().signal;

it('moves everybody, each told a second before at most, and tells no more than one in twenty and one in any second', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 300 }), async (obedience) => {
      const time = new VirtualTime();
      const clients = obedience.map((isObedient) => new Client(time, isObedient));
      await time.pass(drainSockets({ all: () => clients, withinMs: 20_000, hurry: never, sleep: time.sleep }));
      for (const { connected, toldAt = Infinity, goneAt = Infinity } of clients) {
        expect(connected).toBe(false);
        expect(goneAt - toldAt).toBeLessThanOrEqual(1_000);
      }
      expect(time.now).toBeLessThan(24_000);
      const most = Math.max(1, clients.length / 20);
      const told = clients.flatMap(({ toldAt }) => toldAt ?? []);
      for (const from of told) {
        const inSecond = told.filter((at) => at >= from && at < from + 1_000).length;
        expect(inSecond).toBeLessThanOrEqual(most + 1);
      }
    }),
    { numRuns: 30 },
  );
});

it('takes those with it whose handshake ends meanwhile', async () => {
  const time = new VirtualTime();
  const clients = [new Client(time, true)];
  const draining = drainSockets({ all: () => clients, withinMs: 20_000, hurry: never, sleep: time.sleep });
  void time.sleep(1_600).then(() => clients.push(new Client(time, false)));
  await time.pass(draining);
  expect(clients.map(({ connected }) => connected)).toEqual([false, false]);
});

it.each([
  ['among others', 5, 7_000],
  ['alone', 0, 4_500],
])('moves a socket in the midst of its handshake once that is over, %s', async (_, others, isOverAt) => {
  const time = new VirtualTime();
  const late = new Client(time, false);
  late.connected = false;
  const clients = [late, ...Array.from({ length: others }, () => new Client(time, true))];
  void time.sleep(isOverAt).then(() => (late.connected = true));
  await time.pass(drainSockets({ all: () => clients, withinMs: 20_000, hurry: never, sleep: time.sleep }));
  expect(late).toMatchObject({ toldAt: expect.any(Number), connected: false });
});

it('does not wait for ever for a socket whose handshake does not end', async () => {
  const time = new VirtualTime();
  const stuck = new Client(time, false);
  stuck.connected = false;
  await time.pass(drainSockets({ all: () => [stuck], withinMs: 20_000, hurry: never, sleep: time.sleep }));
  expect(time.now).toBeLessThan(10_000);
});

it('leaves the rest as it is when it is told to hurry', async () => {
  const time = new VirtualTime();
  const hurry = new AbortController();
  const clients = Array.from({ length: 100 }, () => new Client(time, false));
  void time.sleep(5_000).then(() => hurry.abort());
  await time.pass(drainSockets({ all: () => clients, withinMs: 20_000, hurry: hurry.signal, sleep: time.sleep }));
  const left = clients.filter(({ connected }) => connected).length;
  expect(left).toBeGreaterThan(70);
  expect(left).toBeLessThan(100);
});

it('moves all at once where there is no time', async () => {
  const time = new VirtualTime();
  const clients = Array.from({ length: 100 }, () => new Client(time, false));
  await time.pass(drainSockets({ all: () => clients, withinMs: 0, hurry: never, sleep: time.sleep }));
  expect(clients.some(({ connected }) => connected)).toBe(false);
});
