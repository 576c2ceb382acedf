import { echoRpc, secret } from './echo.fixture';
import { startEcho, type EchoProcess } from './echo-process.fixture';
import { eventually } from './eventually.fixture';
import { rpcClient, type RpcClient, type RpcClientOptions } from './index';
import { silentLog } from './log.fixture';

/** For machines so busy that a process takes its time to start. */
const patient = { deadlineMs: 30_000, restartGraceMs: 30_000 };

let processes: EchoProcess[] = [];
let clients: RpcClient<typeof echoRpc>[] = [];

async function start(port?: number, host?: string): Promise<EchoProcess> {
  const echo = await startEcho(port, host);
  processes.push(echo);
  return echo;
}

function clientOf(servers: readonly EchoProcess[], options: Partial<RpcClientOptions> = {}): RpcClient<typeof echoRpc> {
  const addresses = servers.map(({ host, port }) => ({ host, port }));
  const client = rpcClient(echoRpc, { addresses, secret, caller: 'tests', log: silentLog(), ...options });
  clients.push(client);
  return client;
}

/** The pids of the processes that answered this many calls, made one after the other. */
async function whoAnswers(client: RpcClient<typeof echoRpc>, calls: number): Promise<number[]> {
  const pids: number[] = [];
  for (let i = 0; i < calls; i++) pids.push((await client.describe({})).pid);
  return pids;
}

afterEach(async () => {
  await Promise.all([...clients.map((client) => client.close()), ...processes.map((echo) => echo.kill())]);
  clients = [];
  processes = [];
});

it('answers `unavailable` within the deadline once the service is killed, and goes on when it is back', async () => {
  const first = await start();
  const client = clientOf([first]);
  await client.describe({});
  const cutOff = client.holdOnce({});
  const expectation = expect(cutOff).rejects.toMatchObject({ code: 'unavailable' });
  await first.kill();
  await expectation;
  const startedAt = performance.now();
  await expect(client.describe({}, { deadlineMs: 1_000 })).rejects.toMatchObject({ code: 'unavailable' });
  expect(performance.now() - startedAt).toBeLessThan(3_000);
  await expect(client.check()).rejects.toThrow();

  const second = await start(first.port);
  await expect(client.describe({})).resolves.toMatchObject({ pid: second.pid });
});

it('waits within the deadline for a service that is just restarting', async () => {
  const first = await start();
  const client = clientOf([first], patient);
  await client.describe({});
  // The calls find the connection broken, then nobody at the address, until the service listens again.
  await first.kill();
  const calls = Promise.all(Array.from({ length: 20 }, () => client.describe({})));
  const second = await start(first.port);
  for (const { pid } of await calls) expect(pid).toBe(second.pid);
});

it('spreads its calls, and loses none that may be repeated when an instance is killed', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  const client = clientOf([one, two], patient);
  const pids = await whoAnswers(client, 40);
  for (const { pid } of [one, two]) expect(pids.filter((other) => other === pid)).toHaveLength(20);

  let isOver = false;
  let answers = 0;
  const outcomes = new Set<unknown>();
  const load = Array.from({ length: 5 }, async () => {
    while (!isOver) {
      outcomes.add(await outcomeOf(client.describe({})));
      answers++;
    }
  });
  await eventually(() => expect(answers).toBeGreaterThan(100));
  await one.kill();
  const soFar = answers;
  await eventually(() => expect(answers).toBeGreaterThan(soFar + 100));
  isOver = true;
  await Promise.all(load);
  expect(outcomes).toEqual(new Set(['ok']));
  expect(new Set(await whoAnswers(client, 10))).toEqual(new Set([two.pid]));
});

it('does not repeat a call that must not be made twice', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  const client = clientOf([one, two]);
  await whoAnswers(client, 2);
  const [atOne, atTwo] = [client.holdOnce({}, { deadlineMs: 30_000 }), client.holdOnce({}, { deadlineMs: 30_000 })];
  const [resultOne, resultTwo] = [outcomeOf(atOne), outcomeOf(atTwo)];
  // Both calls are on their way, one to each; a call made later is answered later.
  await whoAnswers(client, 2);
  await one.kill();
  await expect(Promise.race([resultOne, resultTwo])).resolves.toBe('unavailable');
  await two.kill();
  await expect(Promise.all([resultOne, resultTwo])).resolves.toEqual(['unavailable', 'unavailable']);
});

it('turns to the others when an instance hangs, and comes back to it', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  const client = clientOf([one, two]);
  await whoAnswers(client, 2);
  one.signal('SIGSTOP');
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => outcomeOf(client.describe({}, { deadlineMs: 2_000 }))),
  );
  expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(5);
  // By now it counts as failing, so that it is only tried again now and then.
  const outcomesAfter = await Promise.all(Array.from({ length: 10 }, () => outcomeOf(client.describe({}))));
  expect(outcomesAfter.filter((outcome) => outcome !== 'ok')).toEqual([]);
  one.signal('SIGCONT');
  await eventually(async () => expect(await whoAnswers(client, 4)).toContain(one.pid));
});

it('loses no call when instances are replaced one by one', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  const client = clientOf([one, two], patient);
  let isOver = false;
  const outcomes = new Set<unknown>();
  const load = Array.from({ length: 5 }, async () => {
    while (!isOver) outcomes.add(await outcomeOf(client.describe({})));
  });
  for (const echo of [one, two]) {
    await echo.kill('SIGTERM');
    await start(echo.port);
    await eventually(async () => expect(await whoAnswers(client, 10)).toContain(processes.at(-1)?.pid));
  }
  isOver = true;
  await Promise.all(load);
  expect(outcomes).toEqual(new Set(['ok']));
});

it('finds instances that come, and forgets those that go, when a name is looked up again', async () => {
  const one = await start(0, '127.0.0.1');
  const two = await start(one.port, '127.0.0.2');
  let instances: readonly string[] = [one.host];
  const client = clientOf([{ ...one, host: 'echo' }], { lookup: async () => instances, lookupEveryMs: 50 });
  expect(new Set(await whoAnswers(client, 10))).toEqual(new Set([one.pid]));
  instances = [one.host, two.host];
  await eventually(async () => expect(new Set(await whoAnswers(client, 10))).toEqual(new Set([one.pid, two.pid])));
  instances = [two.host];
  await eventually(async () => expect(new Set(await whoAnswers(client, 10))).toEqual(new Set([two.pid])));
});

async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}
