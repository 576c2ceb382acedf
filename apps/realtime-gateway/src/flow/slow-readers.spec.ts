import { jest } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { SlowReaders, type WatchedConnection } from './slow-readers';

/** A WebSocket whose client answers when the test says so. */
class FakeWebSocket extends EventEmitter {
  readonly questions: string[] = [];

  ping(data: string): void {
    this.questions.push(data);
  }

  answer(data = this.questions.at(-1) ?? ''): void {
    this.emit('pong', Buffer.from(data));
  }
}

/** A connection whose transport takes what waits when the test says so. */
class FakeConnection extends EventEmitter implements WatchedConnection {
  readonly did: string[] = [];
  readonly transport = { writable: false };
  readonly websocket = new FakeWebSocket();
  readonly request = { socket: { resetAndDestroy: () => this.did.push('cut off') }, websocket: this.websocket };

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

it('cuts nobody for what waits for the end of the turn, the system having taken all before it', async () => {
  connection.packets(257);
  await pass(199);
  connection.transport.writable = true;
  await pass(50);
  expect([connection.did, cuts]).toEqual([[], []]);
});

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
  connection.websocket.answer();
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

describe('of a client whose system takes everything', () => {
  const told = (bytes: number) => ({ data: '', options: { wsPreEncodedFrame: [Buffer.alloc(bytes)] } });
  beforeEach(() => {
    connection.transport.writable = true;
  });

  it('asks once for each 64 KiB told how far it has read, one question at a time', async () => {
    const { websocket } = connection;
    connection.packets(1, told(65_535));
    expect(websocket.questions).toEqual([]);
    connection.packets(100, told(1_000));
    expect(websocket.questions).toEqual(['1']);
    websocket.answer();
    expect(websocket.questions).toEqual(['1', '2']);
    websocket.answer();
    await pass(10_000);
    connection.packets(1, told(1_000));
    expect(websocket.questions).toEqual(['1', '2']);
  });

  it('cuts it where more than a million bytes were told and nothing was answered for three seconds', async () => {
    connection.packets(1, told(100_000));
    await pass(3_001);
    connection.packets(8, told(100_000));
    await pass(1_000);
    expect(connection.did).toEqual([]);
    connection.packets(2, told(100_000));
    await pass(1);
    expect(connection.did).toEqual(CUT);
    // Since a fraction of a moment only there is too much, and so long ago it was asked.
    expect(cuts[0]).toBeLessThan(10);
  });

  it('leaves alone who answers late but within that time, and whose answer is read in the same turn', async () => {
    for (let turns = 0; turns < 20; turns++) {
      connection.packets(10, told(100_000));
      await pass(2_900);
      connection.websocket.answer();
    }
    connection.packets(10, told(100_001));
    await pass(5_000);
    connection.packets(1, told(100_000));
    connection.websocket.answer();
    await pass(1);
    expect(connection.did).toEqual([]);
  });

  it('is not taken in by answers to what it did not ask', async () => {
    connection.packets(11, told(100_000));
    await pass(3_001);
    connection.websocket.answer('');
    connection.websocket.answer('7');
    connection.packets(1, told(1));
    await pass(1);
    expect(connection.did).toEqual(CUT);
  });

  it('leaves alone who takes long over what was asked for', async () => {
    connection.packets(1, told(70_000));
    connection.packets(1, { data: 'x'.repeat(5_000_000) });
    await pass(10_000);
    connection.packets(8, told(100_000));
    await pass(1_000);
    expect(connection.did).toEqual([]);
  });
});
