import { limits } from '@parley/contracts';
import { editMessage } from '../message/edit-message';
import { removeMessage } from '../message/remove-message';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { markRead } from '../room/mark-read';
import { syncRooms } from './sync-rooms';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

async function sync(userId: string, rooms: Record<string, number>, partial?: boolean) {
  const { rooms: changed, ...rest } = await syncRooms(fixture.db, userId, {
    rooms,
    ...(partial === undefined ? {} : { partial }),
  });
  const brief = Object.entries(changed).map(([roomId, { messages, ...room }]) => {
    return [roomId, { ...room, seqs: messages.map((message) => message.seq) }] as const;
  });
  return { changed, brief: Object.fromEntries(brief), ...rest };
}

it('answers what changed after a revision, in its present state, by revision', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.fill(roomId, ane, 5);
  const { message: edited } = await editMessage(fixture.db, ane, { roomId, seq: 2, text: 'Aupa' });
  await removeMessage(fixture.db, ane, { roomId, seq: 5 });
  const { brief, changed } = await sync(jon, { [roomId]: 3 });
  expect(brief).toEqual({
    [roomId]: { seqs: [4, 2, 5], revision: 7, hasAfter: false, lastSeq: 5, unreadCount: 4 },
  });
  expect(changed[roomId]?.messages).toMatchObject([{ revision: 4 }, edited, { revision: 7, text: null }]);
});

it('leaves unchanged rooms out, and takes a revision above the room’s for 0', async () => {
  const people = [aPerson()];
  const [ane = ''] = people;
  const unchanged = await fixture.aRoom({ people });
  const empty = await fixture.aRoom({ people });
  const ahead = await fixture.aRoom({ people });
  await fixture.fill(unchanged.roomId, ane, 2);
  await fixture.fill(ahead.roomId, ane, 2);
  const { brief } = await sync(ane, { [unchanged.roomId]: 2, [empty.roomId]: 9, [ahead.roomId]: 3 });
  expect(brief).toEqual({ [ahead.roomId]: { seqs: [1, 2], revision: 2, hasAfter: false, lastSeq: 2, unreadCount: 0 } });
});

it('answers 200 of a room at most, complete up to the revision answered', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.fill(roomId, ane, 400);
  const { changed } = await sync(jon, { [roomId]: 0 });
  expect(changed[roomId]).toMatchObject({ revision: 200, hasAfter: true, lastSeq: 400, unreadCount: 400 });
  expect(changed[roomId]?.messages).toHaveLength(200);
  const { changed: rest } = await sync(jon, { [roomId]: 200 });
  expect(rest[roomId]).toMatchObject({ revision: 400, hasAfter: false });
  expect(rest[roomId]?.messages).toHaveLength(200);
});

it('answers 1,000 in all, room after room as asked, and says of which rooms there is more', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const rooms = await Promise.all(Array.from({ length: 9 }, () => fixture.aRoom({ people })));
  await Promise.all(rooms.map(({ roomId }) => fixture.fill(roomId, ane, 150)));
  const question = Object.fromEntries(rooms.map(({ roomId }, place) => [roomId, place === 8 ? 999 : place]));
  const { brief } = await sync(jon, question);
  const answers = rooms.map(({ roomId }) => brief[roomId]);
  expect(answers.map((answer) => answer?.seqs.length)).toEqual([150, 149, 148, 147, 146, 145, 115, 0, 0]);
  expect(answers.map((answer) => answer?.hasAfter)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
    true,
    true,
    true,
  ]);
  expect(answers.map((answer) => answer?.revision)).toEqual([150, 150, 150, 150, 150, 150, 121, 7, 0]);
  expect(answers.every((answer) => answer?.lastSeq === 150 && answer.unreadCount === 150)).toBe(true);
});

it('answers no more text than a client can take at once, and all of it when asked on', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const rooms = await Promise.all(Array.from({ length: 2 }, () => fixture.aRoom({ people })));
  const long = '🎈'.repeat(limits.messageCodePoints);
  await Promise.all(rooms.map(({ roomId }) => fixture.fill(roomId, ane, 50, new Date(), long)));
  const [first = '', second = ''] = rooms.map(({ roomId }) => roomId);
  const fitting = Math.floor(limits.syncTextCodePoints / limits.messageCodePoints);

  const { brief } = await sync(jon, { [first]: 0, [second]: 0 });
  expect(brief[first]).toMatchObject({ revision: 50, hasAfter: false });
  expect(brief[second]).toMatchObject({ revision: fitting - 50, hasAfter: true, lastSeq: 50 });
  expect(brief[second]?.seqs).toHaveLength(fitting - 50);
  const { brief: rest } = await sync(jon, { [first]: 50, [second]: fitting - 50 });
  expect(rest).toMatchObject({ [second]: { revision: 50, hasAfter: false } });
});

it('tells rooms that were not named as joined, those that one is not in as left', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const known = await fixture.aRoom({ people });
  const left = await fixture.aRoom({ people });
  await left.setPeople([ane]);
  const joined = await fixture.aRoom({ people });
  const foreign = await fixture.aRoom();
  const invented = aPerson();
  const question = { [invented]: 1, [known.roomId]: 0, [left.roomId]: 0, [foreign.roomId]: 0 };
  const answer = {
    changed: {},
    brief: {},
    joined: [joined.roomId],
    joinedMore: false,
    left: [invented, left.roomId, foreign.roomId],
  };
  expect(await sync(jon, question)).toEqual({ ...answer, left: expect.arrayContaining(answer.left) });
  expect(await sync(jon, question, true)).toEqual({ ...answer, joined: [], left: expect.arrayContaining(answer.left) });
});

it('answers a hundred joined rooms at most, the liveliest first, and says that there are more', async () => {
  const people = [aPerson()];
  const [ane = ''] = people;
  const rooms = await Promise.all(
    Array.from({ length: limits.syncJoinedRooms + 1 }, (_, days) =>
      fixture.aRoom({ people, createdAt: new Date(Date.now() - days * 86_400_000).toISOString() }),
    ),
  );
  const ids = rooms.map((room) => room.roomId);
  expect(await sync(ane, {})).toMatchObject({ joined: ids.slice(0, 100), joinedMore: true, left: [] });
  expect(await sync(ane, { [ids[7] ?? '']: 0 })).toMatchObject({
    joined: ids.filter((_, place) => place !== 7),
    joinedMore: false,
  });
});

it('answers the cursors that stand elsewhere than where the question says, in changed rooms and in others', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const rooms = await Promise.all(Array.from({ length: 4 }, () => fixture.aRoom({ people })));
  await Promise.all(rooms.map(({ roomId }) => fixture.fill(roomId, ane, 5)));
  const [same = '', behind = '', ahead = '', changed = ''] = rooms.map(({ roomId }) => roomId);
  for (const roomId of [same, behind, ahead, changed]) await markRead(fixture.db, jon, { roomId, seq: 3 });
  const foreign = await fixture.aRoom();
  const ask = (revisions: Record<string, number>, read: Record<string, number>) =>
    syncRooms(fixture.db, jon, { rooms: revisions, read, partial: true });

  // A room that is not named is not answered, nor one that the member is not in.
  const unchanged = await ask(
    { [same]: 5, [behind]: 5, [ahead]: 5, [foreign.roomId]: 0 },
    { [same]: 3, [behind]: 1, [ahead]: 5, [changed]: 0, [foreign.roomId]: 0 },
  );
  expect(unchanged.rooms).toEqual({});
  const cursor = { lastReadSeq: 3, unreadCount: 2 };
  expect(unchanged.read).toEqual({ [behind]: cursor, [ahead]: cursor });
  const both = await ask({ [same]: 5, [changed]: 4 }, { [same]: 3, [changed]: 4 });
  expect(both.rooms).toMatchObject({ [changed]: { revision: 5, unreadCount: 2 } });
  expect(both.read).toEqual({ [changed]: cursor });
  expect((await ask({ [same]: 5 }, { [same]: 3 })).read).toBeUndefined();
});
