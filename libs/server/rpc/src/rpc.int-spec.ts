import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { ParleyError } from '@parley/contracts';
import { requestContext } from '@parley/server-runtime';
import { Registry } from 'prom-client';
import { ada, EchoModule, echoRpc, heldCalls, openGate, secret } from './echo.fixture';
import { eventually } from './eventually.fixture';
import {
  rpcClient,
  startRpcServer,
  type RpcClient,
  type RpcClientOptions,
  type RpcServer,
  type RpcServerOptions,
} from './index';
import { recordingLog, silentLog } from './log.fixture';

let toClose: { close(): Promise<void> }[] = [];

async function serve(options: Partial<RpcServerOptions> = {}): Promise<RpcServer> {
  const server = await startRpcServer(EchoModule, { host: '127.0.0.1', port: 0, secret, log: silentLog(), ...options });
  toClose.push(server);
  return server;
}

function clientOf({ port }: RpcServer, options: Partial<RpcClientOptions> = {}): RpcClient<typeof echoRpc> {
  const client = rpcClient(echoRpc, {
    addresses: `127.0.0.1:${port}`,
    secret,
    caller: 'tests',
    log: silentLog(),
    ...options,
  });
  toClose.unshift(client);
  return client;
}

afterEach(async () => {
  openGate();
  for (const part of toClose) await part.close();
  toClose = [];
});

it('answers a call by way of its contract', async () => {
  const client = clientOf(await serve());
  await expect(client.shout({ text: 'hé 🎈' }, { actor: ada })).resolves.toEqual({ text: 'HÉ 🎈', by: 'ada' });
});

it('carries answers and inputs of several megabytes', async () => {
  const client = clientOf(await serve());
  const text = '"\\ß🎈'.repeat(150_000);
  const { text: answer } = await client.shout({ text }, { actor: ada });
  expect(answer === text.toUpperCase()).toBe(true);
});

it('refuses to send what is too large, and stays connected', async () => {
  const client = clientOf(await serve());
  const tooLarge = { text: 'x'.repeat(17 * 1024 * 1024) };
  await expect(client.shout(tooLarge, { actor: ada })).rejects.toMatchObject({ code: 'payload_too_large' });
  await expect(client.shout({ text: 'a' }, { actor: ada })).resolves.toEqual({ text: 'A', by: 'ada' });
});

it('tells what the handler threw on purpose, with all its details', async () => {
  const client = clientOf(await serve());
  const failure = await client.fail({ code: 'conflict' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ParleyError);
  expect(failure).toMatchObject({
    code: 'conflict',
    detail: 'You asked for it.',
    errors: [{ path: 'code', message: 'this one' }],
    retryAfterMs: 7,
  });
});

it('S46: makes any other error `unavailable`, and logs it without the input', async () => {
  const { log, lines } = recordingLog();
  const client = clientOf(await serve({ log }));
  const failure = await client.fail({}).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'unavailable' });
  expect(JSON.stringify(failure)).not.toContain('passwords');
  const line = lines.find((text) => text.includes('a call failed'));
  expect(line).toContain('relation \\"passwords\\" does not exist');
  expect(line).toContain('echo.fixture');
});

it('S46: never logs what people write', async () => {
  const { log, lines } = recordingLog();
  const client = clientOf(await serve({ log }), { log });
  await client.shout({ text: 'a secret thought' }, { actor: ada });
  await client.shout({ text: 'a secret thought'.repeat(100_000) }, { actor: ada }).catch(() => undefined);
  expect(lines.filter((line) => line.includes('secret thought'))).toEqual([]);
});

it('checks the input before the handler sees it', async () => {
  const client = clientOf(await serve());
  const tooLong = client.shout({ text: 'x'.repeat(1_000_001) }, { actor: ada });
  await expect(tooLong).rejects.toMatchObject({ code: 'validation_failed', errors: [{ path: 'text' }] });
});

it('refuses a call for a member that names none', async () => {
  const client = clientOf(await serve());
  const { actor: nobody } = { actor: null };
  // @ts-expect-error the types refuse it as well
  await expect(client.shout({ text: 'a' }, { actor: nobody })).rejects.toMatchObject({ code: 'unauthenticated' });
});

it('notices in tests when an answer holds more than the contract names', async () => {
  const { log, lines } = recordingLog();
  await expect(clientOf(await serve({ log })).leak({})).rejects.toMatchObject({ code: 'unavailable' });
  expect(lines.join()).toContain('has fields that its contract does not name');
  expect(lines.join()).not.toContain('argon2id');
  const production = clientOf(await serve({ checksOutput: false }));
  await expect(production.leak({})).resolves.toMatchObject({ name: 'Ada' });
});

it('hands on the request id and what is left of the time', async () => {
  const client = clientOf(await serve());
  const context = { requestId: 'request-1', deadline: Date.now() + 1_000 };
  const inner = await requestContext.run(context, () => client.describe({}, { actor: ada }));
  expect(inner).toMatchObject({ requestId: 'request-1', contextRequestId: 'request-1', caller: 'tests', actor: ada });
  expect(inner.remainingMs).toBeLessThanOrEqual(1_000);
  const outer = await client.describe({});
  expect(outer).toMatchObject({ actor: null });
  expect(outer.remainingMs).toBeGreaterThan(1_000);
  expect(outer.remainingMs).toBeLessThanOrEqual(3_000);
});

it('waits no longer than told, nor than whoever waits for it', async () => {
  const client = clientOf(await serve());
  const unavailable = { code: 'unavailable' };
  await expect(client.hold({}, { deadlineMs: 50 })).rejects.toMatchObject(unavailable);
  const context = { requestId: 'r', deadline: Date.now() + 50 };
  await expect(requestContext.run(context, () => client.hold({}))).rejects.toMatchObject(unavailable);
  const over = { requestId: 'r', deadline: Date.now() - 1 };
  await expect(requestContext.run(over, () => client.describe({}))).rejects.toMatchObject(unavailable);
});

it('has room for so many calls and no more, on either side', async () => {
  const server = await serve({ maxInFlight: 2 });
  const [first, second] = [clientOf(server, { maxInFlight: 2 }), clientOf(server)];
  const holding = [first.hold({}), first.hold({})];
  await eventually(() => expect(heldCalls()).toBe(2));
  const busy = expect.stringContaining('busy');
  await expect(first.describe({})).rejects.toMatchObject({ code: 'unavailable', detail: busy });
  await expect(second.describe({}, { deadlineMs: 100 })).rejects.toMatchObject({ code: 'unavailable' });
  openGate();
  await Promise.all(holding);
  await expect(second.describe({})).resolves.toMatchObject({ caller: 'tests' });
});

it('lets running calls end when it drains, and takes no new ones', async () => {
  const server = await serve();
  const client = clientOf(server);
  const running = client.holdOnce({});
  await eventually(() => expect(heldCalls()).toBe(1));
  const drained = server.drain();
  await expect(client.describe({}, { deadlineMs: 100 })).rejects.toMatchObject({ code: 'unavailable' });
  openGate();
  await drained;
  await server.close();
  await expect(running).resolves.toEqual({ pid: process.pid });
});

it('measures calls on both sides by pattern and outcome', async () => {
  const metrics = new Registry();
  const client = clientOf(await serve({ metrics }), { metrics });
  await client.describe({});
  await client.fail({ code: 'not_found' }).catch(() => undefined);
  const text = await metrics.metrics();
  for (const side of ['server', 'client']) {
    const name = `parley_rpc_${side}_duration_seconds_count`;
    expect(text).toContain(`${name}{pattern="echo.describe",code="ok"} 1`);
    expect(text).toContain(`${name}{pattern="echo.fail",code="not_found"} 1`);
  }
});

it('knows whether the service answers', async () => {
  const server = await serve();
  const client = clientOf(server);
  await expect(client.check()).resolves.toBeUndefined();
  await server.close();
  await expect(client.check()).rejects.toThrow();
});

it('talks to nobody who does not hold the secret', async () => {
  const { log, lines } = recordingLog();
  const client = clientOf(await serve({ secret: 'another secret, which is long enough' }), { log });
  await expect(client.describe({})).rejects.toMatchObject({ code: 'unavailable' });
  expect(lines.join()).toContain('does not hold the secret');
});

it('finds out by itself that a connection nobody uses is half open, and makes another for the next call', async () => {
  const { port } = await serve();
  const nearSides: Socket[] = [];
  let isFrozen = false;
  const proxy = createServer((near) => {
    nearSides.push(near);
    const far = connect(port, '127.0.0.1');
    near.on('data', (chunk) => isFrozen || far.write(chunk)).on('error', () => far.destroy());
    far.on('data', (chunk) => isFrozen || near.write(chunk)).on('error', () => near.destroy());
    near.on('close', () => far.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  try {
    const client = rpcClient(echoRpc, {
      ...{ addresses: `127.0.0.1:${(proxy.address() as AddressInfo).port}`, secret },
      ...{ caller: 'tests', log: silentLog() },
    });
    toClose.unshift(client);
    await client.shout({ text: 'a' }, { actor: ada });
    isFrozen = true;
    await eventually(() => expect(nearSides[0]?.closed).toBe(true));
    isFrozen = false;
    await expect(client.shout({ text: 'b' }, { actor: ada })).resolves.toEqual({ text: 'B', by: 'ada' });
    expect(nearSides).toHaveLength(2);
  } finally {
    proxy.close();
  }
}, 30_000);
