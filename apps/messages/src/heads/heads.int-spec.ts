import { DataSource } from 'typeorm';
import { explain } from '../explain.fixture';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { changedRooms, changedRoomsStatement } from './changed-rooms';
import { changesSince } from './changes-since';
import { memberIds } from './member-ids';
import { listMemberships } from '../room/list-memberships';
import { editMessage } from '../message/edit-message';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

/** Walks from a cursor to the end of its walk; answers the rooms by id, and the next cursor. */
async function walk(cursor?: string) {
  const found = new Map<string, { revision: number; membersChanged: boolean }>();
  for (;;) {
    const page = await changedRooms(fixture.db, cursor === undefined ? {} : { cursor });
    cursor = page.cursor;
    for (const { roomId, ...room } of page.rooms) found.set(roomId, room);
    if (!page.hasMore) return { found, cursor, isKnown: page.isKnown };
  }
}

it('answers what changed since the last look, and nothing once it is told', async () => {
  const { roomId, people, setPeople } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  const begin = await walk();
  expect(begin).toMatchObject({ isKnown: false, found: new Map() });

  const { seq } = await fixture.send(roomId, ane);
  const sent = await walk(begin.cursor);
  expect(sent.found).toEqual(new Map([[roomId, { revision: 1, membersChanged: false }]]));
  expect((await walk(sent.cursor)).found).toEqual(new Map());

  await editMessage(fixture.db, ane, { roomId, seq, text: 'Aldatuta' });
  await setPeople([ane, jon, aPerson()]);
  const changed = await walk(sent.cursor);
  expect(changed.found).toEqual(new Map([[roomId, { revision: 2, membersChanged: true }]]));
  const made = await fixture.aRoom();
  expect((await walk(changed.cursor)).found).toEqual(new Map([[made.roomId, { revision: 0, membersChanged: true }]]));
});

it('finds what was committed after a look that had seen later changes', async () => {
  const [slow, quick] = [await fixture.aRoom(), await fixture.aRoom()];
  const begin = await walk();
  const other = await new DataSource({ type: 'postgres', url: fixture.url }).initialize();
  try {
    const runner = other.createQueryRunner();
    await runner.startTransaction();
    await runner.query('UPDATE rooms SET revision = revision + 1 WHERE room_id = $1', [slow.roomId]);
    await fixture.send(quick.roomId, quick.people[0] ?? '');
    const during = await walk(begin.cursor);
    expect([...during.found.keys()]).toEqual([quick.roomId]);
    await runner.commitTransaction();
    await runner.release();
    const after = await walk(during.cursor);
    expect(after.found.get(slow.roomId)).toEqual({ revision: 1, membersChanged: false });
  } finally {
    await other.destroy();
  }
});

it('answers thousands of rooms in pages, each of them, and what changes meanwhile', async () => {
  const { roomId, people } = await fixture.aRoom();
  const begin = await walk();
  await fixture.db.query(`
    INSERT INTO rooms (room_id, kind, membership_version, created_at, last_activity_at)
    SELECT gen_random_uuid(), 'group', 1, now(), now() FROM generate_series(1, 4500)`);
  const first = await changedRooms(fixture.db, { cursor: begin.cursor });
  expect(first).toMatchObject({ hasMore: true, isKnown: true });
  await fixture.send(roomId, people[0] ?? '');
  const rest = await walk(first.cursor);
  // What is older may be told again while somebody else's transaction is under way, on this server and not in this database.
  const told = new Set([...first.rooms.map((room) => room.roomId), ...rest.found.keys()]);
  told.delete(roomId);
  expect(told.size).toBe(4_500);
  const next = await walk(rest.cursor);
  expect(rest.found.has(roomId) || next.found.has(roomId)).toBe(true);
});

it('begins anew with a cursor that is none, or that comes from a history that is no more', async () => {
  for (const cursor of ['garbage', '', '1 2 3', '9007199254740990']) {
    expect(await changedRooms(fixture.db, { cursor })).toMatchObject({ isKnown: false, rooms: [] });
  }
});

it('reads the pages that were written lately, not the table', async () => {
  await fixture.db.query(`
    INSERT INTO rooms (room_id, kind, membership_version, created_at, last_activity_at)
    SELECT gen_random_uuid(), 'group', 1, now(), now() FROM generate_series(1, 20000)`);
  await fixture.db.query('VACUUM ANALYZE rooms');
  const begin = await walk();
  const { roomId, people } = await fixture.aRoom();
  await fixture.send(roomId, people[0] ?? '');
  const buffers = await fixture.db.query<{ 'QUERY PLAN': [{ Plan: { 'Shared Hit Blocks': number } }] }[]>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM changed_rooms(${Number(begin.cursor)}, '00000000-0000-0000-0000-000000000000', 10)`,
  );
  const [explained] = buffers;
  // The table has more than 250 pages.
  expect(explained?.['QUERY PLAN'][0].Plan['Shared Hit Blocks']).toBeLessThan(100);
  const { nodes } = await explain(fixture.db, changedRoomsStatement, [0, roomId, 1]);
  expect(nodes.map((node) => node['Relation Name'])).not.toContain('rooms');
});

it('answers the messages behind a jump, complete up to the revision that it names, room after room', async () => {
  const [one, other] = [await fixture.aRoom(), await fixture.aRoom()];
  await fixture.fill(one.roomId, one.people[0] ?? '', 250);
  await fixture.fill(other.roomId, other.people[0] ?? '', 3);
  const rooms = [
    { roomId: one.roomId, revision: 100 },
    { roomId: other.roomId, revision: 1 },
  ];
  const first = await changesSince(fixture.db, { rooms });
  expect(first.rooms.map(({ messages, ...rest }) => ({ ...rest, count: messages.length }))).toEqual([
    { roomId: one.roomId, revision: 250, hasAfter: false, membersVersion: 1, count: 150 },
    { roomId: other.roomId, revision: 3, hasAfter: false, membersVersion: 1, count: 2 },
  ]);
  const full = await changesSince(fixture.db, { rooms: [{ roomId: one.roomId, revision: 0 }, ...rooms.slice(1)] });
  expect(full.rooms.map(({ messages, ...rest }) => ({ ...rest, count: messages.length }))).toEqual([
    { roomId: one.roomId, revision: 200, hasAfter: true, membersVersion: 1, count: 200 },
    { roomId: other.roomId, revision: 1, hasAfter: true, membersVersion: 1, count: 0 },
  ]);
  const gone = await changesSince(fixture.db, {
    rooms: [
      { roomId: other.roomId, revision: 9 },
      { roomId: aPerson(), revision: 0 },
    ],
  });
  expect(gone.rooms).toEqual([{ roomId: other.roomId, messages: [], revision: 3, hasAfter: false, membersVersion: 1 }]);
});

it('tells who is in a room, and how far a person’s rooms have come', async () => {
  const { roomId, people, setPeople } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.send(roomId, ane);
  const nowhere = aPerson();
  const { rooms } = await memberIds(fixture.db, { roomIds: [roomId, nowhere] });
  expect(rooms).toEqual([
    { roomId, userIds: [ane, jon].toSorted(), version: 1 },
    { roomId: nowhere, userIds: [], version: 0 },
  ]);
  expect(await listMemberships(fixture.db, jon)).toEqual({ roomIds: [roomId], heads: [[1, 1]] });
  await setPeople([ane]);
  expect(await listMemberships(fixture.db, jon)).toEqual({ roomIds: [], heads: [] });
  expect(await memberIds(fixture.db, { roomIds: [roomId] })).toEqual({
    rooms: [{ roomId, userIds: [ane], version: 2 }],
  });
  const since = await changesSince(fixture.db, { rooms: [{ roomId, revision: 0 }] });
  expect(since.rooms.map(({ membersVersion }) => membersVersion)).toEqual([2]);
});
