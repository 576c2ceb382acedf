import { limits } from '@parley/contracts';
import type { Logger } from '@parley/server-runtime';
import { recordingLog, testLog } from '@parley/testing';
import { changesSince } from '../heads/changes-since';
import { pageHistory } from '../history/page-history';
import { earlierTexts } from '../message/earlier-texts';
import { appendMessage } from '../message/append-message';
import { editMessage } from '../message/edit-message';
import { reactToMessage } from '../message/react-to-message';
import { removeMessage } from '../message/remove-message';
import { messagesFixture, type MessagesFixture } from '../messages.fixture';
import { markRead } from '../room/mark-read';
import { rankRooms } from '../room/rank-rooms';
import { roomStates } from '../room/room-states';
import { searchMessages } from '../search/search-messages';
import { syncRooms } from '../sync/sync-rooms';
import { dropFirst, dropMessages } from './drop-messages';
import { dropTheOld } from './drop-the-old';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const DAYS = 30;
const running = new AbortController().signal;
const drop = () => dropMessages(fixture.db.manager, DAYS, running, testLog());

/** A room of two with so many messages of the first that are due to be dropped, and so many that are not. */
async function aRoomWith(old: number, kept: number): Promise<{ roomId: string; ane: string; jon: string }> {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.fill(roomId, ane, old, new Date(Date.now() - (DAYS + 1) * 24 * 3_600_000), 'of old');
  await fixture.fill(roomId, ane, kept, undefined, 'of late');
  return { roomId, ane, jon };
}
async function page(
  roomId: string,
  userId: string,
  question: { before?: number; after?: number; limit?: number } = {},
) {
  const { messages, ...rest } = await pageHistory(fixture.db, userId, { roomId, limit: 50, ...question });
  return { seqs: messages.map(({ seq }) => seq), ...rest };
}
async function sync(userId: string, roomId: string, revision: number) {
  const changes = (await syncRooms(fixture.db, userId, { rooms: { [roomId]: revision } })).rooms[roomId];
  return changes && { ...changes, messages: changes.messages.map(({ seq }) => seq) };
}
const stateOf = async (userId: string, roomId: string) =>
  (await roomStates(fixture.db, userId, { roomIds: [roomId] })).states[0];

it('drops what is older, and leaves places and revisions as they are', async () => {
  const { roomId, ane, jon } = await aRoomWith(12, 3);
  await drop();
  expect(await page(roomId, jon)).toEqual({ seqs: [13, 14, 15], hasBefore: false, hasAfter: false, lastSeq: 15 });
  expect(await page(roomId, jon, { after: 0, limit: 2 })).toMatchObject({ seqs: [13, 14], hasBefore: false });
  expect(await page(roomId, jon, { before: 13 })).toMatchObject({ seqs: [], hasBefore: false, hasAfter: true });
  expect(await fixture.send(roomId, ane)).toMatchObject({ seq: 16, revision: 16 });
});

it('ends at the first message that is not old, whatever comes after', async () => {
  const { roomId, ane } = await aRoomWith(2, 1);
  await fixture.fill(roomId, ane, 2, new Date(0));
  await drop();
  expect((await page(roomId, ane)).seqs).toEqual([3, 4, 5]);
});

it('goes through more rooms than one look takes, and more messages than one step', async () => {
  await fixture.db.query(
    `INSERT INTO rooms (room_id, kind, membership_version, created_at, last_activity_at)
     SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'group', 1, now(), now() FROM generate_series(1, 600) n`,
  );
  const { roomId, ane } = await aRoomWith(1_100, 2);
  await drop();
  expect((await page(roomId, ane)).seqs).toEqual([1_101, 1_102]);
});

it('keeps everything where no time is set, and ends where it is told to', async () => {
  const { roomId, ane } = await aRoomWith(2, 1);
  await dropTheOld(fixture.db, { earlierTextsDays: 90, messageDays: null }, running, testLog());
  await dropTheOld(fixture.db, { earlierTextsDays: 90, messageDays: DAYS }, AbortSignal.abort(), testLog());
  expect((await page(roomId, ane)).seqs).toEqual([1, 2, 3]);
  await dropTheOld(fixture.db, { earlierTextsDays: 90, messageDays: DAYS }, running, testLog());
  expect((await page(roomId, ane)).seqs).toEqual([3]);
});

it('takes what the messages had said before with them', async () => {
  const { roomId, ane } = await aRoomWith(1, 1);
  for (const seq of [1, 2]) await editMessage(fixture.db, ane, { roomId, seq, text: 'edited' });
  await drop();
  expect(await earlierTexts(fixture.db, { roomId, seq: 1 })).toEqual({ texts: [] });
  expect(await earlierTexts(fixture.db, { roomId, seq: 2 })).toMatchObject({ texts: [{ text: 'of late' }] });
});

/** Three messages that are due and one that is not, and 2,300 texts that the first two said before. */
async function aRoomOfTexts() {
  const { roomId, ane } = await aRoomWith(3, 1);
  await fixture.db.query(
    `INSERT INTO earlier_texts (room_id, seq, revision, sender_id, text, written_at, replaced_at)
     SELECT $1, 1 + n % 2, 10 + n, $2, 'x', now(), now() FROM generate_series(1, 2300) n`,
    [roomId, ane],
  );
  const left = async () => {
    const texts = await fixture.db.query<object[]>('SELECT FROM earlier_texts WHERE room_id = $1', [roomId]);
    return [texts.length, (await page(roomId, ane)).seqs];
  };
  return { roomId, left };
}

it('takes a thousand of what they had said at a time, and the messages once it is gone', async () => {
  const { roomId, left } = await aRoomOfTexts();
  expect(await dropFirst(fixture.db.manager, roomId, DAYS, 500)).toBe(500);
  expect(await left()).toEqual([1_300, [1, 2, 3, 4]]);
  await drop();
  expect(await left()).toEqual([0, [4]]);
});

it('leaves the messages for as long as there is more of what they had said, also where some of it is forgotten meanwhile', async () => {
  const { roomId, left } = await aRoomOfTexts();
  const { dropping } = await fixture.db.transaction(async (manager) => {
    await manager.query('DELETE FROM earlier_texts WHERE room_id = $1 AND seq = 1 AND revision <= 20', [roomId]);
    const dropping = dropFirst(fixture.db.manager, roomId, DAYS, 500);
    await fixture.someoneWaits();
    return { dropping };
  });
  expect(await dropping).toBe(500);
  expect(await left()).toEqual([1_300, [1, 2, 3, 4]]);
});

/** Drops while somebody holds the room, on a connection that waits for it so long; `meanwhile` is given that connection's process. */
async function dropWhileHeld(roomId: string, waitMs: number, log: Logger, meanwhile?: (pid: number) => Promise<void>) {
  const [holder, dropper] = [fixture.db.createQueryRunner(), fixture.db.createQueryRunner()];
  try {
    await holder.startTransaction();
    await holder.query('SELECT FROM rooms WHERE room_id = $1 FOR UPDATE', [roomId]);
    await dropper.query("SELECT set_config('lock_timeout', $1, false)", [`${waitMs}ms`]);
    const [own] = (await dropper.query('SELECT pg_backend_pid() AS pid')) as { pid: number }[];
    await Promise.all([dropMessages(dropper.manager, DAYS, running, log), meanwhile?.(own?.pid ?? 0)]);
  } finally {
    await dropper.query('RESET lock_timeout').catch(() => undefined);
    await holder.rollbackTransaction();
    await Promise.all([holder.release(), dropper.release()]);
  }
}

it('goes on with the others where a room is held, and says which', async () => {
  const [held, free] = [await aRoomWith(1, 1), await aRoomWith(1, 1)];
  const { log, lines } = recordingLog();
  await dropWhileHeld(held.roomId, 50, log);
  expect((await page(free.roomId, free.ane)).seqs).toEqual([2]);
  expect((await page(held.roomId, held.ane)).seqs).toEqual([1, 2]);
  expect(lines()).toMatchObject([{ level: 'warn', roomId: held.roomId }]);
  await drop();
  expect((await page(held.roomId, held.ane)).seqs).toEqual([2]);
});

it('ends where its connection is gone: that is not for one room', async () => {
  const { roomId } = await aRoomWith(1, 1);
  const { log, lines } = recordingLog();
  const dropping = dropWhileHeld(roomId, 3_000, log, async (pid) => {
    await fixture.someoneWaits();
    await fixture.db.query('SELECT pg_terminate_backend($1)', [pid]);
  });
  await expect(dropping).rejects.toThrow();
  expect(lines()).toEqual([]);
});

it('leaves whoever pages meanwhile without a hole, without a repeat and with an end', async () => {
  const { roomId, jon } = await aRoomWith(60, 10);
  const back: number[] = [];
  for (let before: number | undefined, hasBefore = true; hasBefore;) {
    const { seqs, ...answer } = await page(roomId, jon, { limit: 7, ...(before !== undefined && { before }) });
    back.unshift(...seqs);
    [before, hasBefore] = [back[0], answer.hasBefore];
    await dropFirst(fixture.db.manager, roomId, DAYS, 9);
  }
  const [first = 0] = back;
  expect(first).toBeGreaterThan(1);
  expect(back).toEqual(Array.from({ length: 70 - first + 1 }, (_, place) => first + place));

  const onwards: number[] = [];
  for (let after = 0, hasAfter = true; hasAfter;) {
    const { seqs, ...answer } = await page(roomId, jon, { limit: 7, after });
    onwards.push(...seqs);
    [after, hasAfter] = [onwards.at(-1) ?? 0, answer.hasAfter];
    await dropFirst(fixture.db.manager, roomId, DAYS, 2);
  }
  const [begin = 0] = onwards;
  expect(onwards).toEqual(Array.from({ length: 70 - begin + 1 }, (_, place) => begin + place));
});

it('goes on while others send: what is kept has no gap', async () => {
  const { roomId, ane, jon } = await aRoomWith(300, 1);
  const sending = Array.from({ length: 40 }, (_, n) => fixture.send(roomId, n % 2 === 0 ? ane : jon));
  const dropping = (async () => {
    while ((await dropFirst(fixture.db.manager, roomId, DAYS, 20)) > 0);
  })();
  await Promise.all([...sending, dropping]);
  const { seqs, ...rest } = await page(roomId, jon);
  expect(seqs).toEqual(Array.from({ length: 41 }, (_, place) => 301 + place));
  expect(rest).toEqual({ hasBefore: false, hasAfter: false, lastSeq: 341 });
});

it('counts as unread what is kept, the deleted ones left out', async () => {
  const { roomId, ane, jon } = await aRoomWith(10, 3);
  await removeMessage(fixture.db, ane, { roomId, seq: 4 });
  await removeMessage(fixture.db, ane, { roomId, seq: 12 });
  expect(await stateOf(jon, roomId)).toMatchObject({ unreadCount: 11 });
  await drop();
  expect(await stateOf(jon, roomId)).toMatchObject({ unreadCount: 2, lastReadSeq: 0, lastSeq: 13 });
  expect(await markRead(fixture.db, jon, { roomId, seq: 5 })).toMatchObject({ lastReadSeq: 5, unreadCount: 2 });
  expect(await markRead(fixture.db, jon, { roomId, seq: 11 })).toMatchObject({ unreadCount: 1 });
});

it('leaves a room of which nothing is kept in the overview, without a last message and with nothing unread', async () => {
  const { roomId, ane, jon } = await aRoomWith(5, 0);
  await drop();
  expect(await stateOf(jon, roomId)).toMatchObject({ lastSeq: 5, lastMessage: null, unreadCount: 0 });
  const unread = { pinned: [], others: [roomId], unreadOnly: true, limit: 10 };
  expect((await rankRooms(fixture.db, jon, unread)).roomIds).toEqual([]);
  expect(await page(roomId, jon, { after: 2 })).toEqual({ seqs: [], hasBefore: false, hasAfter: false, lastSeq: 5 });
  expect(await sync(jon, roomId, 3)).toEqual({
    ...{ messages: [], revision: 5, hasAfter: false },
    ...{ lastSeq: 5, unreadCount: 0 },
  });
  expect(await fixture.send(roomId, ane)).toMatchObject({ seq: 6, revision: 6 });
  expect(await stateOf(jon, roomId)).toMatchObject({ lastSeq: 6, lastMessage: { seq: 6 }, unreadCount: 1 });
});

it('shows replies to what was dropped without what they answer, those too that are sent later', async () => {
  const { roomId, ane, jon } = await aRoomWith(2, 1);
  const reply = (text: string) => {
    const input = { roomId, clientMessageId: crypto.randomUUID(), text, replyToSeq: 2 };
    return appendMessage(fixture.appender, jon, input);
  };
  expect((await reply('before')).message.replyTo).toMatchObject({ seq: 2, preview: 'of old' });
  await drop();
  expect((await reply('after')).message.replyTo).toBeNull();
  const { messages } = await pageHistory(fixture.db, ane, { roomId, limit: 2 });
  expect(messages).toMatchObject([
    { text: 'before', replyTo: null },
    { text: 'after', replyTo: null },
  ]);
});

it('lets nobody edit, delete or react to what was dropped, nor find it', async () => {
  const { roomId, ane } = await aRoomWith(2, 1);
  await drop();
  const noSuchMessage = { code: 'not_found', detail: 'There is no such message.' };
  await expect(editMessage(fixture.db, ane, { roomId, seq: 1, text: 'x' })).rejects.toMatchObject(noSuchMessage);
  await expect(removeMessage(fixture.db, ane, { roomId, seq: 1 })).rejects.toMatchObject(noSuchMessage);
  const reaction = reactToMessage(fixture.db, ane, { roomId, seq: 1, emoji: '👍', on: true });
  await expect(reaction).rejects.toMatchObject(noSuchMessage);
  expect((await searchMessages(fixture.db, ane, { q: 'old', roomId, limit: 10 })).items).toEqual([]);
});

it('leaves a search through what is kept whole, from page to page', async () => {
  const { roomId, jon } = await aRoomWith(9, 3);
  await drop();
  const found: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const asked = { q: 'late', roomId, limit: 2, ...(cursor !== undefined && { cursor }) };
    const { items, nextCursor } = await searchMessages(fixture.db, jon, asked);
    found.push(...items.map(({ seq }) => seq));
    cursor = nextCursor;
  }
  expect(found).toEqual([12, 11, 10]);
});

it('brings a client that is behind the edge to all that is kept, and to an end', async () => {
  const { roomId, jon } = await aRoomWith(12, 3);
  await drop();
  expect(await sync(jon, roomId, 5)).toMatchObject({ messages: [13, 14, 15], revision: 15, hasAfter: false });
  expect(await sync(jon, roomId, 15)).toBeUndefined();
});

it('brings a client to an end also where the room’s last change was of a message that was dropped', async () => {
  const kept = limits.syncMessagesPerRoom + 50;
  const { roomId, ane, jon } = await aRoomWith(12, kept);
  const last = 12 + kept + 2;
  await editMessage(fixture.db, ane, { roomId, seq: 14, text: 'edited' });
  await reactToMessage(fixture.db, jon, { roomId, seq: 3, emoji: '👍', on: true });
  await drop();
  const first = await sync(jon, roomId, 4);
  expect(first).toMatchObject({ hasAfter: true, revision: 12 + 1 + limits.syncMessagesPerRoom });
  const second = await sync(jon, roomId, first?.revision ?? 0);
  expect(second).toMatchObject({ hasAfter: false, revision: last });
  const seqs = [...(first?.messages ?? []), ...(second?.messages ?? [])];
  expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: kept }, (_, place) => 13 + place));
  expect(await sync(jon, roomId, last - 1)).toMatchObject({ messages: [], hasAfter: false, revision: last });
  expect(await sync(jon, roomId, last)).toBeUndefined();

  const told = await changesSince(fixture.db, { rooms: [{ roomId, revision: last - 1 }] });
  expect(told.rooms).toMatchObject([{ messages: [], revision: last, hasAfter: false }]);
  await fixture.send(roomId, ane);
  const next = await changesSince(fixture.db, { rooms: [{ roomId, revision: last }] });
  expect(next.rooms).toMatchObject([{ messages: [{ seq: 13 + kept }], revision: last + 1, hasAfter: false }]);
});
