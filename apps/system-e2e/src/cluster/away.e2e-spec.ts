import {
  aPerson,
  everybodyLeaves,
  problemOf,
  throwAwaySystem,
  type Person,
  type ThrowAwaySystem,
} from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

/** What a call may take while what it needs is down, in milliseconds. */
const WITHIN_MS = 5_000;

let running: ThrowAwaySystem;
let ana: Person;
let ben: Person;
let roomId: string;

beforeAll(async () => {
  running = await throwAwaySystem({ gateways: 2, distDir: join(import.meta.dirname, '../../../../dist') });
  [ana, ben] = [await aPerson(running.places), await aPerson(running.places)];
  roomId = (await ana.directRoomWith(ben)).id;
}, 120_000);

afterEach(everybodyLeaves);
afterAll(() => running.stop(), 60_000);

/** Kills a process the hard way, does something while it is away (it is started again by itself), and waits until it is back. */
async function whileAway(name: string, work: () => Promise<void>): Promise<void> {
  const process = running.system.processes.get(name);
  if (!process) throw new Error(`There is no ${name}.`);
  process.pause();
  try {
    await work();
  } finally {
    process.kill('SIGKILL');
    await running.system.ready(name);
  }
}

async function quickly<T>(work: Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work;
  expect(performance.now() - start).toBeLessThan(WITHIN_MS);
  return result;
}

describe('while the messages service is away', () => {
  it('every call that needs it answers unavailable in time, and what needs it not goes on', async () => {
    const socket = await ana.connect(0);
    await whileAway('messages', async () => {
      const sent = await quickly(
        socket.command('message:send', { roomId, clientMessageId: randomUUID(), text: 'hello?' }),
      );
      expect(sent).toMatchObject({ ok: false, error: { code: 'unavailable' } });
      expect(problemOf(await quickly(ana.api.get(`/chatrooms/${roomId}/messages`)))).toMatchObject({
        status: 503,
        code: 'unavailable',
      });
      expect(problemOf(await quickly(ana.api.get('/chatrooms'))).code).toBe('unavailable');
      expect((await ana.api.get('/users/me')).status).toBe(200);
      expect(socket.disconnected).toBeNull();
    });
    const sent = await socket.command('message:send', { roomId, clientMessageId: randomUUID(), text: 'back' });
    expect(sent).toMatchObject({ ok: true });
  }, 60_000);
});

describe('while the users service is away', () => {
  it('nobody comes in, in time and in words', async () => {
    await whileAway('users', async () => {
      const login = await quickly(
        ana.api.post('/auth/login', { email: ana.email, password: 'whatever', session: 'token' }),
      );
      expect(problemOf(login).code).toBe('unavailable');
      expect(problemOf(await quickly(ana.api.get('/matches'))).code).toBe('unavailable');
    });
    expect((await ana.api.get('/matches')).status).toBe(200);
  }, 60_000);
});

describe('when a gateway is killed', () => {
  it('nothing that was acknowledged is lost, and what was missed is found on another', async () => {
    const doomed = await ben.connect(0);
    const sender = await ana.connect(1);
    const seen = (await ben.overviewOf(roomId))?.revision ?? 0;
    running.system.processes.get('realtime-gateway-1')?.kill('SIGKILL');
    await doomed.closed();
    const ack = await sender.command('message:send', { roomId, clientMessageId: randomUUID(), text: 'did you see?' });
    expect(ack).toMatchObject({ ok: true });
    const moved = await ben.connect(1);
    const missed = await moved.command('rooms:sync', { rooms: { [roomId]: seen }, partial: true });
    expect(missed).toMatchObject({ ok: true, data: { rooms: { [roomId]: { messages: [{ text: 'did you see?' }] } } } });
    await running.system.ready('realtime-gateway-1');
  }, 60_000);
});

describe('when a gateway is told to stop', () => {
  it('it says so, and its people find another', async () => {
    const socket = await ben.connect(0);
    running.system.processes.get('realtime-gateway-1')?.kill('SIGTERM');
    const notice = await socket.fact('server:draining');
    expect(notice.reconnectWithinMs).toBeGreaterThan(0);
    // Closed as a broken transport, so that clients which reconnect by themselves do.
    expect(await socket.closed()).toBe('transport close');
    await running.system.ready('realtime-gateway-1');
  }, 60_000);
});
