import type { Message } from '@parley/contracts';
import { testLog } from '@parley/testing';
import fc from 'fast-check';
import { ChangedRoomsWalk } from './changed-rooms-walk';
import { Delivered } from './delivered';
import { Reconciler } from './reconciler';
import { Suspects } from './suspects';

const GRACE_MS = 1_000;
const never = new AbortController().signal;

/** A room whose truth is here, told by way of facts that may be lost, late or doubled. */
class Room {
  readonly messages: Message[] = [];
  readonly facts: { message: Message; isCreated: boolean }[] = [];
  revision = 0;

  /** Creates a message, or changes the one at `place` where there is one. */
  change(place: number | null): void {
    const known = place === null ? undefined : this.messages[place % Math.max(1, this.messages.length)];
    const revision = ++this.revision;
    const seq = known?.seq ?? this.messages.length + 1;
    const editedAt = known ? 'later' : null;
    const message: Message = {
      ...{ id: `${seq}`, roomId: 'r', seq, revision, clientMessageId: `${seq}`, senderId: 's', text: `${revision}` },
      ...{ createdAt: 'now', editedAt, deletedAt: null, replyTo: null, reactions: [], attachments: [] },
    };
    this.messages[seq - 1] = message;
    this.facts.push({ message, isCreated: !known });
  }
}

/** A node with somebody in the room, on a clock of its own. */
function node(room: Room, pageSize: number) {
  let now = 0;
  let mended = 0;
  let isDown = false;
  const delivered = new Delivered();
  const told: { fact: string; message: Message }[] = [];
  const tell = (fact: 'message:created' | 'message:updated', message: Message): void => {
    told.push({ fact, message });
    delivered.note(message, fact === 'message:created');
  };
  const suspects = new Suspects(GRACE_MS);
  /** The version of the room's members, the one that was compared with who hears it, and whether a comparison is still to come. */
  const members = { version: 1, compared: 1, isPending: false, hurried: 0 };
  const log = testLog();
  const walk = new ChangedRoomsWalk({
    messages: {
      changedRooms: async ({ cursor }) => {
        if (isDown) throw new Error('down');
        const rooms = [{ roomId: 'r', revision: room.revision, membersChanged: false }];
        return { rooms, cursor: 'here', hasMore: false, isKnown: cursor !== undefined };
      },
    },
    ...{ delivered, suspects, log, now: () => now },
    members: { add: () => undefined },
    onBlind: () => undefined,
  });
  const reconciler = new Reconciler({
    messages: {
      changesSince: async ({ rooms }) => {
        if (isDown) throw new Error('down');
        const answers = rooms.map(({ roomId, revision: since }) => {
          const changed = room.messages.filter(({ revision }) => revision > since);
          const messages = changed.toSorted((a, b) => a.revision - b.revision).slice(0, pageSize);
          const revision = messages.at(-1)?.revision ?? since;
          return { roomId, messages, revision, hasAfter: revision < room.revision, membersVersion: members.version };
        });
        return { rooms: answers };
      },
    },
    ...{ delivered, tell, suspects, log, now: () => now, breathMs: 0 },
    members: {
      isPending: () => members.isPending,
      look: async () => delivered.compared('r', members.compared),
      hurry: () => members.hurried++,
    },
    onMended: () => mended++,
  });
  return {
    ...{ delivered, told, tell, members },
    mended: () => mended,
    setDown: (value: boolean) => {
      isDown = value;
    },
    look: async (afterMs: number) => {
      now += afterMs;
      await walk.look(never);
      await reconciler.look(never);
    },
  };
}

const changes = fc.array(fc.option(fc.nat(20), { freq: 2 }), { minLength: 1, maxLength: 25 });
/** How a fact fares: whether it comes, how often, and how much later than its turn. */
const fates = fc.array(fc.record({ copies: fc.nat(2), delay: fc.nat(6) }), { minLength: 25, maxLength: 25 });

it('tells everybody everything, whatever is lost, doubled or late, in its last state and as created first', async () => {
  await fc.assert(
    fc.asyncProperty(changes, fates, fc.nat(5), fc.integer({ min: 1, max: 7 }), async (run, fate, early, pageSize) => {
      const room = new Room();
      for (const place of run.slice(0, early)) room.change(place);
      const there = node(room, pageSize);
      there.delivered.open('r');
      const known = room.revision;
      const heads = room.messages.length;
      there.delivered.begin('r', known, heads);
      await there.look(0);
      room.facts.length = 0;
      for (const place of run.slice(early)) room.change(place);
      const arriving = room.facts.flatMap((fact, turn) =>
        Array.from({ length: fate[turn]?.copies ?? 1 }, () => ({ ...fact, at: turn + (fate[turn]?.delay ?? 0) })),
      );
      for (const { message, isCreated } of arriving.toSorted((a, b) => a.at - b.at)) {
        there.tell(isCreated ? 'message:created' : 'message:updated', message);
      }
      for (let looks = 0; looks < 6; looks++) await there.look(GRACE_MS);

      const final = new Map<number, Message>();
      for (const { message } of there.told) {
        if ((final.get(message.seq)?.revision ?? 0) < message.revision) final.set(message.seq, message);
      }
      for (const message of room.messages.filter(({ revision }) => revision > known)) {
        expect(final.get(message.seq)).toEqual(message);
      }
      const created = new Set(
        there.told.filter(({ fact }) => fact === 'message:created').map(({ message }) => message.seq),
      );
      for (const { seq } of room.messages) expect(created.has(seq)).toBe(seq > heads);
      expect(there.delivered.isBehind('r', room.revision)).toBe(false);
    }),
    { numRuns: 150 },
  );
}, 120_000);

it('tells nothing again where every fact comes within its time, in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(changes, fc.array(fc.nat(100), { minLength: 25, maxLength: 25 }), async (run, order) => {
      const room = new Room();
      const there = node(room, 10);
      there.delivered.open('r');
      there.delivered.begin('r', 0, 0);
      await there.look(0);
      for (const place of run) room.change(place);
      await there.look(10);
      const places = room.facts.map((fact, turn) => ({ ...fact, at: order[turn] ?? 0 }));
      for (const { message, isCreated } of places.toSorted((a, b) => a.at - b.at)) {
        there.tell(isCreated ? 'message:created' : 'message:updated', message);
        await there.look(5);
      }
      for (let looks = 0; looks < 3; looks++) await there.look(GRACE_MS);
      expect(there.mended()).toBe(0);
    }),
    { numRuns: 100 },
  );
}, 60_000);

it('goes on where it was when the service was away, and takes up a room whose head it never read', async () => {
  const room = new Room();
  const there = node(room, 10);
  there.delivered.open('r');
  await there.look(0);
  there.setDown(true);
  room.change(null);
  for (let looks = 0; looks < 3; looks++) await there.look(GRACE_MS);
  expect(there.told).toEqual([]);
  there.setDown(false);
  await there.look(0);
  await there.look(GRACE_MS);
  expect(there.told.map(({ fact, message }) => [fact, message.seq])).toEqual([['message:created', 1]]);
});

it('tells nothing while it is not certain who is in the room, and all of it once it is', async () => {
  const room = new Room();
  const there = node(room, 10);
  there.delivered.open('r');
  there.delivered.begin('r', 0, 0);
  await there.look(0);
  room.change(null);
  await there.look(0);
  there.members.isPending = true;
  await there.look(GRACE_MS);
  expect([there.told, there.members.hurried]).toEqual([[], 0]);
  // Somebody has left between the comparison and the reading of the page.
  there.members.isPending = false;
  there.members.version = 2;
  await there.look(GRACE_MS);
  expect(there.told).toEqual([]);
  expect(there.members.hurried).toBeGreaterThan(0);
  there.members.compared = 2;
  await there.look(GRACE_MS);
  expect(there.told.map(({ message }) => message.seq)).toEqual([1]);
});

it('of a room that is thousands of changes behind the end is told, by whose first revision a client sees that something is missing', async () => {
  const room = new Room();
  for (let change = 0; change < 10; change++) room.change(null);
  const there = node(room, 200);
  there.delivered.open('r');
  there.delivered.begin('r', 10, 10);
  for (let looks = 0; looks < 3; looks++) await there.look(GRACE_MS);
  for (let change = 0; change < 5_400; change++) room.change(null);
  for (let looks = 0; looks < 4; looks++) await there.look(GRACE_MS);
  const revisions = there.told.map(({ message }) => message.revision);
  expect(revisions).toEqual(Array.from({ length: 5_000 }, (_, index) => 411 + index));
  expect(there.delivered.isBehind('r', room.revision)).toBe(false);
}, 60_000);
