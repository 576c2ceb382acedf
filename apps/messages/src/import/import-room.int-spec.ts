import type { Message, RoomLine } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { pageHistory } from '../history/page-history';
import { appendMessage } from '../message/append-message';
import { editMessage } from '../message/edit-message';
import { messagesFixture, type MessagesFixture } from '../messages.fixture';
import { dropFirst } from '../retention/drop-messages';
import { roomStates } from '../room/room-states';
import { setMembership } from '../room/set-membership';
import { searchMessages } from '../search/search-messages';
import { importRoom } from './import-room';
import { aFiledRoom, type FiledRoom, fileOf, linesOf, membershipOf } from './room-file.fixture';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const take = (room: FiledRoom, raiseTimes = false) => importRoom(fixture.db, fileOf(linesOf(room)), { raiseTimes });
/** A room that is known here and has no messages yet. */
async function aKnownRoom(...filed: Parameters<typeof aFiledRoom>): Promise<FiledRoom> {
  const room = aFiledRoom(...filed);
  await setMembership(fixture.db, membershipOf(room));
  return room;
}
const writerOf = ({ people }: FiledRoom): string => people[0]?.id ?? '';
/** The same room up to a place, as an export would have had it then. */
const upTo = (room: FiledRoom, lastSeq: number): FiledRoom => {
  const messages = room.messages.slice(0, lastSeq);
  const revision = Math.max(...messages.map((message) => message.revision));
  return { ...room, messages, head: { ...room.head, lastSeq, revision } };
};
async function pageOf({ head, ...room }: FiledRoom): Promise<Message[]> {
  return (await pageHistory(fixture.db, writerOf({ head, ...room }), { roomId: head.id, limit: 200, after: 0 }))
    .messages;
}
const rowsOf = async ({ head }: FiledRoom): Promise<number> => {
  const [row] = await fixture.db.query<{ count: number }[]>('SELECT count(*) FROM messages WHERE room_id = $1', [
    head.id,
  ]);
  return row?.count ?? -1;
};

it('has every message as it was', async () => {
  const replyTo = { seq: 1, senderId: '', preview: 'number 1' };
  const room = await aKnownRoom(5, {
    2: { text: 'tab\t, \\N, \\. and\nline', reactions: [{ emoji: '👍', userIds: [uuidv7()] }], revision: 7 },
    3: { text: null, deletedAt: '2024-06-01T00:00:00.000Z', revision: 9 },
    4: { editedAt: '2024-06-01T00:00:00.000Z', revision: 8 },
    5: { replyTo, revision: 6 },
  });
  replyTo.senderId = writerOf(room);
  expect(await take(room)).toEqual({ roomId: room.head.id, imported: 5, known: 0, raised: 0 });
  expect(await pageOf(room)).toEqual(room.messages);
  const { states } = await roomStates(fixture.db, writerOf(room), { roomIds: [room.head.id] });
  expect(states).toMatchObject([{ lastSeq: 5, revision: 9, unreadCount: 0, lastReadSeq: 5, request: null }]);
  expect(await fixture.send(room.head.id, writerOf(room))).toMatchObject({ seq: 6, revision: 10 });
});

it('is found, edited and recognised as what was sent here', async () => {
  const room = await aKnownRoom(2, {
    1: { text: 'Zaharra' },
    2: { editedAt: '2024-06-01T00:00:00.000Z', revision: 3 },
  });
  await take(room);
  const writer = writerOf(room);
  const { items } = await searchMessages(fixture.db, writer, { q: 'zahar', limit: 10 });
  expect(items).toMatchObject([{ roomId: room.head.id, seq: 1 }]);
  const again = ({ clientMessageId, text }: Message) =>
    appendMessage(fixture.appender, writer, { roomId: room.head.id, clientMessageId, text: text ?? '' });
  const [first, second] = room.messages;
  if (!first || !second) throw new Error('Two messages were filed.');
  expect(await again(first)).toMatchObject({ created: false, message: { seq: 1 } });
  // Nobody knows what it said when it was sent.
  await expect(again(second)).rejects.toMatchObject({ code: 'conflict' });
  const edited = await editMessage(fixture.db, writer, { roomId: room.head.id, seq: 2, text: 'berria' });
  expect(edited).toMatchObject({ message: { text: 'berria', revision: 4 } });
});

it('adds nothing the second time, and of a later export what came since', async () => {
  const room = await aKnownRoom(1_700);
  expect(await take(upTo(room, 1_200))).toMatchObject({ imported: 1_200, known: 0 });
  expect(await take(upTo(room, 1_200))).toMatchObject({ imported: 0, known: 1_200 });
  expect(await take(room)).toMatchObject({ imported: 500, known: 1_200 });
  expect(await take(upTo(room, 7))).toMatchObject({ imported: 0, known: 7 });
  expect(await fixture.send(room.head.id, writerOf(room))).toMatchObject({ seq: 1_701, revision: 1_701 });
});

it('leaves who is in the room, and has them read all of it, and later their own', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  const filed = aFiledRoom(4, { 4: { senderId: jon } });
  const own = filed.messages.map((message) => ({ ...message, roomId, senderId: message.seq < 4 ? ane : jon }));
  const named = [ane, jon, uuidv7()].flatMap((id) => filed.people.map((person) => ({ ...person, id })));
  const whole = { head: { ...filed.head, id: roomId }, people: named, messages: own };
  const cursors = () =>
    fixture.db.query<object[]>('SELECT user_id, last_read_seq FROM members WHERE room_id = $1 ORDER BY user_id', [
      roomId,
    ]);
  const read = (byAne: number, byJon: number) =>
    [
      { user_id: ane, last_read_seq: byAne },
      { user_id: jon, last_read_seq: byJon },
    ].toSorted((one, other) => (one.user_id < other.user_id ? -1 : 1));
  await take(upTo(whole, 2));
  expect(await cursors()).toEqual(read(2, 2));
  await take(whole);
  expect(await cursors()).toEqual(read(3, 4));
});

it('begins where the file begins, and what it had before is not asked for where it is not kept any more', async () => {
  const room = await aKnownRoom(10);
  const later = { ...room, head: { ...room.head, firstSeq: 4, revision: 14 }, messages: room.messages.slice(3) };
  expect(await take(later)).toMatchObject({ imported: 7 });
  const page = await pageHistory(fixture.db, writerOf(room), { roomId: room.head.id, limit: 3, after: 0 });
  expect(page).toMatchObject({ messages: [{ seq: 4 }, { seq: 5 }, { seq: 6 }], hasBefore: false, lastSeq: 10 });
  await dropFirst(fixture.db.manager, room.head.id, 1, 2);
  expect(await take(later)).toMatchObject({ imported: 0, known: 7 });
});

const unwritten: [string, (room: FiledRoom) => readonly (RoomLine | string)[], string][] = [
  ['is cut off', (room) => linesOf(room).slice(0, -1), 'cut off'],
  ['breaks off in a line', (room) => [...linesOf(room).slice(0, -1), '{"type":"mess'], 'Line 602: it is not JSON.'],
];
it.each(unwritten)('takes nothing of a file that %s', async (_, lines, reason) => {
  const room = await aKnownRoom(600);
  await expect(importRoom(fixture.db, fileOf(lines(room)))).rejects.toThrow(reason);
  expect(await rowsOf(room)).toBe(0);
  expect(await take(room)).toMatchObject({ imported: 600 });
});

it.each<[string, Record<number, Partial<Message>>, string]>([
  ['revision', { 400: { revision: 7 } }, 'Place 400: another message has its revision.'],
  [
    'clientMessageId',
    {
      3: { clientMessageId: '0190b5a2-7c00-4000-8000-000000000001' },
      400: { clientMessageId: '0190b5a2-7c00-4000-8000-000000000001' },
    },
    'Place 400: another message has its clientMessageId, by the same sender.',
  ],
  [
    'id',
    { 3: { id: '0190b5a2-7c00-7000-8000-000000000001' }, 400: { id: '0190b5a2-7c00-7000-8000-000000000001' } },
    'Place 400: it has the id of place 3.',
  ],
])('refuses a second message of one %s, and takes nothing', async (_, more, reason) => {
  const room = await aKnownRoom(600, more);
  await expect(take(room)).rejects.toThrow(reason);
  expect(await rowsOf(room)).toBe(0);
});

it('does not make a room that it was not told of', async () => {
  await expect(take(aFiledRoom(3))).rejects.toThrow('Line 1: the room is not known here.');
});

it('refuses what does not go on where the room ends', async () => {
  const room = await aKnownRoom(6);
  await take(upTo(room, 3));
  const gap = { ...room, head: { ...room.head, firstSeq: 5 }, messages: room.messages.slice(4) };
  await expect(take(gap)).rejects.toThrow('Line 1: the room ends at place 3 here, and the file begins at 5.');
  await expect(take({ ...room, head: { ...room.head, kind: 'direct' } })).rejects.toThrow('the room is a group here');
  const messages = room.messages.map((message) => (message.seq === 2 ? { ...message, id: uuidv7() } : message));
  const other = { ...room, messages };
  await expect(take(other)).rejects.toThrow('Line 4: place 2 of the room has another message here.');
  await fixture.send(room.head.id, writerOf(room));
  await expect(take(room)).rejects.toThrow('Line 6: place 4 of the room has another message here.');
});

it('refuses messages that are older than changes that the room has had here', async () => {
  const room = await aKnownRoom(3);
  await take(upTo(room, 2));
  await editMessage(fixture.db, writerOf(room), { roomId: room.head.id, seq: 1, text: 'edited here' });
  await expect(take(room)).rejects.toThrow('Line 5: the room has come to revision 3 here, and the message has 3.');
});

it('takes times that fall only where it raises them', async () => {
  const room = await aKnownRoom(3, { 2: { createdAt: '2024-05-01T09:00:00.000Z' } });
  await expect(take(room)).rejects.toThrow('Line 4: createdAt');
  expect(await take(room, true)).toMatchObject({ imported: 3, raised: 1 });
  expect((await pageOf(room))[1]).toMatchObject({ createdAt: '2024-05-01T10:00:01.000Z' });
});

it('notes of the room where times fall against what is there, or against what is to be sent', async () => {
  const timesFall = async ({ head }: FiledRoom): Promise<unknown> => {
    const [row] = await fixture.db.query<{ times_fall: boolean }[]>('SELECT times_fall FROM rooms WHERE room_id = $1', [
      head.id,
    ]);
    return row?.times_fall;
  };
  const behind = await aKnownRoom(2);
  await fixture.send(behind.head.id, writerOf(behind));
  const rest = { ...behind, head: { ...behind.head, firstSeq: 2 }, messages: behind.messages.slice(1) };
  expect(await timesFall(behind)).toBe(false);
  expect(await take(rest)).toMatchObject({ imported: 1 });
  expect(await timesFall(behind)).toBe(true);

  const ahead = await aKnownRoom(2, { 2: { createdAt: '2999-01-01T00:00:00.000Z' } });
  await take(ahead);
  expect(await timesFall(ahead)).toBe(true);

  const inOrder = await aKnownRoom(3);
  await take(upTo(inOrder, 2));
  await take(inOrder);
  expect(await timesFall(inOrder)).toBe(false);
});
