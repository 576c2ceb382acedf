import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { ada, EchoModule, echoRpc, secret } from './echo.fixture';
import { eventually } from './eventually.fixture';
import { rpcClient, startRpcServer, type RpcClient, type RpcServer } from './index';
import { z } from 'zod';
import { recordingLog } from './log.fixture';
import { WelcomeSchema, type Meta } from './wire/envelope';
import { Signer } from './wire/signer';

const { log, lines } = recordingLog();
const sockets: Socket[] = [];
let server: RpcServer;
let client: RpcClient<typeof echoRpc>;

beforeAll(async () => {
  server = await startRpcServer(EchoModule, { host: '127.0.0.1', port: 0, secret, log });
  client = rpcClient(echoRpc, { addresses: `127.0.0.1:${server.port}`, secret, caller: 'tests', log });
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  // Whatever was done to it, the service answers those who behave.
  await expect(client.shout({ text: 'still here' }, { actor: ada })).resolves.toEqual({
    text: 'STILL HERE',
    by: 'ada',
  });
});

afterAll(async () => {
  await client.close();
  await server.close();
});

/** A connection on which one can write anything. */
async function rawConnection(): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

const frame = (message: unknown): string => {
  const json = JSON.stringify(message);
  return `${json.length}#${json}`;
};

const Answer = z.record(z.string(), z.unknown());

/** Sends a request and answers the frame that comes back. */
async function exchange(socket: Socket, message: object): Promise<Record<string, unknown>> {
  socket.write(frame(message));
  const [data]: unknown[] = await once(socket.setEncoding('utf8'), 'data');
  return Answer.parse(JSON.parse(String(data).replace(/^\d+#/, '')));
}

async function challengeOf(socket: Socket): Promise<string> {
  const { response } = await exchange(socket, { id: '1', pattern: 'rpc.hello', data: { nonce: 'n'.repeat(20) } });
  return WelcomeSchema.parse(JSON.parse(String(response))).challenge;
}

function signedCall(challenge: string, change: Partial<Meta> = {}, key = secret) {
  const meta = { requestId: 'r', caller: 'mallory', actor: ada, deadlineMs: 3_000, challenge, count: 1, ...change };
  return { id: '2', pattern: 'echo.shout', data: new Signer(key).seal('echo.shout', meta, '{"text":"a"}') };
}

async function expectCutOff(socket: Socket): Promise<void> {
  if (!socket.closed) await once(socket.resume(), 'close');
}

const refused = { err: { code: 'unavailable', started: false } };
const answered = { response: '{"text":"A","by":"ada"}' };

describe('an envelope', () => {
  it('is accepted when it is as our own clients make it', async () => {
    const socket = await rawConnection();
    await expect(exchange(socket, signedCall(await challengeOf(socket)))).resolves.toMatchObject(answered);
  });

  it('S45: is refused without a signature, and the connection ends', async () => {
    const socket = await rawConnection();
    const { id, pattern, data } = signedCall(await challengeOf(socket));
    await expect(exchange(socket, { id, pattern, data: { ...data, signature: '' } })).resolves.toMatchObject(refused);
    await expectCutOff(socket);
  });

  it.each([
    ['plain data', { text: 'a' }],
    ['null', null],
    ['a string', 'a'],
    ['a list', []],
  ])('is refused when it is %s', async (_, data) => {
    const socket = await rawConnection();
    await expect(exchange(socket, { id: '2', pattern: 'echo.shout', data })).resolves.toMatchObject(refused);
    await expectCutOff(socket);
  });

  it('S45: is refused when it was signed with another secret', async () => {
    const socket = await rawConnection();
    const call = signedCall(await challengeOf(socket), {}, 'another secret, which is long enough');
    await expect(exchange(socket, call)).resolves.toMatchObject(refused);
  });

  it('S45: is refused when it was altered on the way', async () => {
    const socket = await rawConnection();
    const { data, ...rest } = signedCall(await challengeOf(socket));
    const altered = { ...data, body: '{"text":"b"}' };
    await expect(exchange(socket, { ...rest, data: altered })).resolves.toMatchObject(refused);
  });

  it('S45: is refused when it names another member than was signed', async () => {
    const socket = await rawConnection();
    const { data, ...rest } = signedCall(await challengeOf(socket));
    const meta = { ...data.meta, actor: { ...ada, userId: 'bob' } };
    await expect(exchange(socket, { ...rest, data: { ...data, meta } })).resolves.toMatchObject(refused);
  });

  it('is refused when it was signed for another call', async () => {
    const socket = await rawConnection();
    const { data } = signedCall(await challengeOf(socket));
    await expect(exchange(socket, { id: '2', pattern: 'echo.describe', data })).resolves.toMatchObject(refused);
  });

  it('S45: is refused when it comes a second time', async () => {
    const socket = await rawConnection();
    const call = signedCall(await challengeOf(socket));
    await expect(exchange(socket, call)).resolves.toMatchObject(answered);
    await expect(exchange(socket, call)).resolves.toMatchObject(refused);
  });

  it('S45: is refused on any later connection, so that it expires with its own', async () => {
    const first = await rawConnection();
    const call = signedCall(await challengeOf(first));
    await expect(exchange(first, call)).resolves.toMatchObject(answered);
    first.destroy();
    const second = await rawConnection();
    await challengeOf(second);
    await expect(exchange(second, call)).resolves.toMatchObject(refused);
  });
});

describe('a connection', () => {
  it('S25: survives calls to what does not exist', async () => {
    for (const pattern of ['echo.nothing', '__proto__', 'constructor', 'toString']) {
      const socket = await rawConnection();
      const meta = {
        requestId: 'r',
        caller: 'm',
        actor: null,
        deadlineMs: 1,
        challenge: await challengeOf(socket),
        count: 1,
      };
      const call = { id: '2', pattern, data: new Signer(secret).seal(pattern, meta, '{}') };
      await expect(exchange(socket, call)).resolves.toMatchObject(refused);
    }
  });

  it.each([
    ['47 KB of many JSON pieces in one write', '2#{}'.repeat(12_000)],
    ['many pieces that are no JSON', '1#x'.repeat(16_000)],
    ['many calls without a signature', frame({ id: '1', pattern: 'echo.shout', data: {} }).repeat(1_000)],
    ['an event, which nobody waits for', frame({ pattern: 'echo.shout', data: {} })],
    ['a call without data', frame({ id: '1', pattern: 'echo.shout' })],
    ['a pattern that is an object', frame({ id: '1', pattern: { cmd: 'x' }, data: {} })],
    ['JSON nested deeply', `20000#${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['a length that is none', 'abc#{}'],
    ['a negative length', '-1#{}'],
    ['a length too many', '1e9#{}'],
    ['null', '4#null'],
    ['random bytes', Buffer.from(Array.from({ length: 60_000 }, (_, index) => (index * 7_919) % 256))],
    ['HTTP', 'GET / HTTP/1.1\r\nHost: parley#\r\n\r\n'],
  ])('S24, S30: ends when it sends %s', async (_, bytes) => {
    const socket = await rawConnection();
    const before = lines.length;
    socket.end(bytes);
    await expectCutOff(socket);
    // One connection is good for a line or two in the log, however much it sends.
    expect(lines.length - before).toBeLessThan(5);
  });

  it('ends when a frame is larger than any call', async () => {
    const socket = await rawConnection();
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const chunk = 'x'.repeat(1024 * 1024);
    const writeOn = (): void => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', writeOn);
    socket.write('900000000#');
    writeOn();
    await closed;
    await eventually(() => expect(lines.some((line) => line.includes('what it sent is no frame'))).toBe(true));
  });

  it('S46: leaves nothing of what it sent in the log', () => {
    expect(lines.filter((line) => line.includes('Host: parley') || line.includes('xxxx'))).toEqual([]);
  });
});
