import { jest } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { SlowReaders, type WatchedConnection } from './slow-readers';

/** A connection whose transport takes what waits when the test says so. */
class FakeConnection extends EventEmitter implements WatchedConnection {
  readonly did: string[] = [];
  readonly transport = { writable: false };
  readonly request = { socket: { destroy: () => this.did.push('cut off') } };

  close(discard: boolean): void {
    this.did.push(discard ? 'closed, the rest thrown away' : 'closed');
    this.emit('close');
  }

  packets(count: number, packet: object = { data: '' }): void {
    for (let index = 0; index < count; index++) this.emit('packetCreate', packet);
  }

  flush(): void {
    this.emit('flush');
  }
}

const CUT = ['closed, the rest thrown away', 'cut off'];
let cuts: number[];
let connection: FakeConnection;
beforeEach(() => {
  jest.useFakeTimers();
  cuts = [];
  connection = new FakeConnection();
  new SlowReaders((afterMs) => cuts.push(afterMs)).watch(connection);
});
afterEach(() => jest.useRealTimers());
/** Lets so much time pass, and what is to be done at once. */
const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

it.each([
  ['256 packets', 256, { data: '' }],
  ['a million bytes of text, whatever its letters', 10, { data: 'д'.repeat(50_000) }],
  [
    'a million bytes in frames',
    10,
    { data: 'x', options: { wsPreEncodedFrame: [Buffer.alloc(4), Buffer.alloc(99_996)] } },
  ],
])('cuts a client for which more than %s wait, a fifth of a second after it does', async (_, count, packet) => {
  connection.packets(count, packet);
  await pass(60_000);
  expect(connection.did).toEqual([]);
  connection.packets(1, packet);
  await pass(199);
  expect(connection.did).toEqual([]);
  await pass(2);
  expect(connection.did).toEqual(CUT);
  expect(cuts[0]).toBeGreaterThanOrEqual(200);
});

it('leaves a client alone that takes each burst a moment later, and one whose transport takes everything at once', async () => {
  for (let bursts = 0; bursts < 20; bursts++) {
    connection.packets(500);
    await pass(150);
    connection.flush();
  }
  connection.packets(5_000);
  connection.flush();
  await pass(1_000);
  connection.transport.writable = true;
  connection.packets(5_000, { data: 'x'.repeat(10_000) });
  await pass(1_000);
  expect(connection.did).toEqual([]);
});

it('cuts at once where twice as much waits and the system takes none of it in that turn of the event loop', async () => {
  connection.packets(512);
  await pass(0);
  expect(connection.did).toEqual([]);
  connection.packets(1);
  expect(connection.did).toEqual([]);
  await pass(0);
  expect(connection.did).toEqual(CUT);
  connection.packets(2_000);
  await pass(1_000);
  expect(cuts).toHaveLength(1);
});

it('forgets a client that has gone', async () => {
  connection.packets(300);
  connection.emit('close');
  await pass(1_000);
  expect(cuts).toEqual([]);
});
