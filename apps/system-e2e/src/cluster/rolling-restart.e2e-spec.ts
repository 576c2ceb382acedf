import { ParleyClient } from '@parley/client';
import { aPerson, eventually, everybodyLeaves, PASSWORD, throwAwaySystem, type Person } from '@parley/testing';
import type { LiveSocket, ThrowAwaySystem } from '@parley/testing';
import { join } from 'node:path';

/** Sockets of each person on the gateway that is restarted first. */
const DEVICES = 20;

let running: ThrowAwaySystem;
let ana: Person;
let ben: Person;
let cara: Person;
let roomId: string;
beforeAll(async () => {
  running = await throwAwaySystem({ gateways: 2, distDir: join(import.meta.dirname, '../../../../dist') });
  [ana, ben, cara] = [await aPerson(running.places), await aPerson(running.places), await aPerson(running.places)];
  roomId = (await ana.groupWith('Restarted', ben, cara)).id;
}, 120_000);
afterEach(everybodyLeaves);
afterAll(() => running.stop(), 60_000);

/** When the server told a socket to go, and when it was gone, in milliseconds. */
interface Move {
  told: number;
  gone: number;
}

function watchMove({ socket }: LiveSocket): Move {
  const move = { told: Infinity, gone: Infinity };
  socket.once('server:draining', () => (move.told = performance.now()));
  socket.once('disconnect', () => (move.gone = performance.now()));
  return move;
}

/** Tells a gateway to end, and waits until it has ended in order and is back. */
async function restart(name: string): Promise<void> {
  const process = running.system.processes.get(name);
  const ends = process?.ends ?? 0;
  process?.kill('SIGTERM');
  await eventually(() => expect(process?.ends).toBe(ends + 1), 40_000);
  expect(process?.lastEnd?.reason).toBe('exit code 0');
  await running.system.ready(name);
}

it('restarted one after the other, gateways move their sockets a twentieth each second, and nobody misses anything', async () => {
  const client = new ParleyClient({ origin: running.places.origin, session: 'token' });
  await client.session.login({ email: cara.email, password: PASSWORD });
  client.connect();
  const room = client.room(roomId);
  await room.open();
  await eventually(() => expect(client.connection.get().status).toBe('online'));

  const sockets = await Promise.all(Array.from({ length: 2 * DEVICES }, (_, n) => (n % 2 ? ben : ana).connect(0)));
  const moves = sockets.map(watchMove);
  const said: string[] = [];
  let isOver = false;
  const talking = (async (): Promise<void> => {
    while (!isOver) {
      const text = `number ${said.length}`;
      await ana.says(roomId, text);
      said.push(text);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  await restart('realtime-gateway-1');
  await restart('realtime-gateway-2');
  isOver = true;
  await talking;

  for (const { told, gone } of moves) expect(told).toBeLessThan(gone);
  const told = moves.map((move) => move.told).toSorted((a, b) => a - b);
  // Two each second, told in steps; whatever the machine does to the times, they are spread over most of twenty seconds.
  expect((told.at(-1) ?? 0) - (told[0] ?? 0)).toBeGreaterThan(15_000);
  expect(sockets.map(({ disconnected }) => disconnected)).toEqual(sockets.map(() => 'transport close'));

  await eventually(() => {
    expect(client.connection.get().status).toBe('online');
    expect(room.state.get().messages.map(({ text }) => text)).toEqual(said.slice(-room.state.get().messages.length));
    expect(room.state.get().messages.at(-1)?.text).toBe(said.at(-1));
  }, 60_000);
  client.disconnect();
}, 240_000);
