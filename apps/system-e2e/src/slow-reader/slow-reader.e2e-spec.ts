import { eventually, everybodyLeaves } from '@parley/testing';
import { system } from '../support/system';
import { HotRoom } from './hot-room';
import { SlowReader } from './slow-reader';

/** What has to run over are the system's own buffers, of some megabytes, and then the gateway's bound: on a busy machine that takes a while. */
const PATIENCE_MS = 180_000;

afterEach(everybodyLeaves);

it('S29: a reader that hangs is cut, the others get everything, and it catches up by sync', async () => {
  const places = system();
  const room = await HotRoom.open(places, { members: 8, others: 1, perSecond: 140, characters: 7_900 });
  const [person] = room.others;
  const [gateway] = places.gateways;
  if (person === undefined || gateway === undefined) throw new Error('Somebody is missing.');
  const slow = new SlowReader(person, gateway, 0);
  try {
    room.start();
    await eventually(() => expect(slow.cuts.length).toBeGreaterThan(0), PATIENCE_MS);
  } finally {
    slow.close();
    await room.stop();
  }
  expect(room.acknowledged).toBeGreaterThan(0);
  // What was sent and got no answer in time may be stored nevertheless, and is heard then.
  const all = (): number[] => {
    const last = Math.max(room.lastSeq, ...room.readers.flatMap(({ heard }) => [...heard]));
    return Array.from({ length: last }, (_, index) => index + 1);
  };
  for (const { heard, client } of room.readers) {
    await eventually(() => expect([...heard].toSorted((a, b) => a - b)).toEqual(all()), PATIENCE_MS);
    expect(client.connections).toBe(1);
  }
  room.close();

  const socket = await person.connect(0);
  const seen: number[] = [];
  for (let revision = 0, isMore = true; isMore;) {
    const answer = await socket.command('rooms:sync', { rooms: { [room.id]: revision }, partial: true });
    if (!answer.ok) throw new Error(`rooms:sync answered ${answer.error.code}`);
    const changes = answer.data.rooms[room.id];
    if (changes === undefined) throw new Error('Nothing was said of the room.');
    seen.push(...changes.messages.map(({ seq }) => seq));
    ({ revision, hasAfter: isMore } = changes);
  }
  expect(seen).toEqual(all());
}, 600_000);
