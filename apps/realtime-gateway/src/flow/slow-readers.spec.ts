import { EventEmitter } from 'node:events';
import { SlowReaders, type WatchedConnection } from './slow-readers';

/** A connection whose transport takes what waits when the test says so. */
class FakeConnection extends EventEmitter implements WatchedConnection {
  readonly did: string[] = [];
  readonly request = { socket: { destroy: () => this.did.push('cut off') } };

  close(discard: boolean): void {
    this.did.push(discard ? 'closed, the rest thrown away' : 'closed');
    this.emit('close');
  }

  packets(count: number, data = ''): void {
    for (let index = 0; index < count; index++) this.emit('packetCreate', { data });
  }

  flush(): void {
    this.emit('flush');
  }
}

let cuts: number[];
let now: number;
let readers: SlowReaders;
let connection: FakeConnection;
const CUT = ['closed, the rest thrown away', 'cut off'];
beforeEach(() => {
  cuts = [];
  now = 0;
  readers = new SlowReaders(
    (afterMs) => cuts.push(afterMs),
    () => now,
  );
  connection = new FakeConnection();
  readers.watch(connection);
});

it.each([
  ['256 packets', 256, ''],
  ['a million characters', 10, 'x'.repeat(100_000)],
])('cuts a client for which %s wait, at the second look that finds them: within two seconds', (_, count, data) => {
  connection.packets(count - 1, data);
  for (let looks = 0; looks < 5; looks++) readers.look();
  expect(connection.did).toEqual([]);
  connection.packets(1, data);
  now = 900;
  readers.look();
  expect(connection.did).toEqual([]);
  connection.packets(1, data);
  now = 1_900;
  readers.look();
  expect(connection.did).toEqual(CUT);
  expect(cuts).toEqual([1_900]);
});

it('leaves a client alone that takes each burst before the second look', () => {
  for (let bursts = 0; bursts < 20; bursts++) {
    connection.packets(1_000, 'x'.repeat(100));
    readers.look();
    connection.flush();
  }
  expect(connection.did).toEqual([]);
});

it('cuts without another look where far too much waits', () => {
  connection.packets(1_024);
  expect(connection.did).toEqual([]);
  connection.packets(1);
  expect(connection.did).toEqual(CUT);
  connection.packets(2_000);
  readers.look();
  expect(cuts).toEqual([0]);
});

it('forgets a client that has gone', () => {
  connection.packets(300);
  readers.look();
  connection.emit('close');
  readers.look();
  expect(cuts).toEqual([]);
});
