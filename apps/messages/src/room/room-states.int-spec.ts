import { limits, previewOf } from '@parley/contracts';
import { explain } from '../explain.fixture';
import { removeMessage } from '../message/remove-message';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { markRead } from './mark-read';
import { roomStates, roomStatesStatement } from './room-states';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

it('tells heads, preview, unread count and everybody’s cursors, in the order asked', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const busy = await fixture.aRoom({ people });
  const quiet = await fixture.aRoom({ people });
  await fixture.fill(busy.roomId, ane, 3);
  await markRead(fixture.db, jon, { roomId: busy.roomId, seq: 1 });
  const last = await fixture.send(busy.roomId, ane, 'Zer moduz?');
  const { states } = await roomStates(fixture.db, jon, { roomIds: [quiet.roomId, busy.roomId] });
  expect(states).toEqual([
    {
      ...{ roomId: quiet.roomId, lastSeq: 0, revision: 0, lastMessage: null, unreadCount: 0, lastReadSeq: 0 },
      joinedSeq: 0,
      request: null,
      cursors: expect.arrayContaining([
        { userId: ane, lastReadSeq: 0 },
        { userId: jon, lastReadSeq: 0 },
      ]),
    },
    {
      ...{ roomId: busy.roomId, lastSeq: 4, revision: 4, unreadCount: 3, lastReadSeq: 1 },
      joinedSeq: 0,
      request: null,
      lastMessage: { seq: 4, senderId: ane, preview: 'Zer moduz?', createdAt: last.createdAt },
      cursors: expect.arrayContaining([
        { userId: ane, lastReadSeq: 4 },
        { userId: jon, lastReadSeq: 1 },
      ]),
    },
  ]);
});

it('previews the beginning of a long message, and nothing of a deleted one', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  const preview = async () => (await roomStates(fixture.db, ane, { roomIds: [roomId] })).states[0]?.lastMessage;
  await fixture.send(roomId, ane, '🎺'.repeat(limits.previewCodePoints));
  expect(await preview()).toMatchObject({ preview: '🎺'.repeat(limits.previewCodePoints) });
  await fixture.send(roomId, ane, '🎺'.repeat(limits.previewCodePoints + 1));
  expect(await preview()).toMatchObject({ preview: `${'🎺'.repeat(limits.previewCodePoints - 1)}…` });
  await removeMessage(fixture.db, ane, { roomId, seq: 2 });
  expect(await preview()).toMatchObject({ seq: 2, senderId: ane, preview: '' });
});

it('previews a text as a client does that has all of it', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  const texts = [
    'two\n\nlines  and\ttabs',
    `a${' '.repeat(300)}b`,
    `${'ab \n '.repeat(60)}end`,
    `${'🎺 '.repeat(139)}🎺🎺`,
    `x${' '.repeat(279)}🎺`,
  ];
  for (const text of texts) {
    await fixture.send(roomId, ane, text);
    const { states } = await roomStates(fixture.db, ane, { roomIds: [roomId] });
    expect(states[0]?.lastMessage?.preview).toBe(previewOf(text));
  }
});

it('leaves out rooms that the person is not in', async () => {
  const { roomId, people, setPeople } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await setPeople([ane]);
  expect(await roomStates(fixture.db, jon, { roomIds: [roomId, aPerson()] })).toEqual({ states: [] });
});

it('counts what is unread to 999 however much was deleted, and does not read what was deleted long before the newest', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const { roomId } = await fixture.aRoom({ people });
  await fixture.fill(roomId, ane, 2_500);
  const unread = async () => (await roomStates(fixture.db, jon, { roomIds: [roomId] })).states[0]?.unreadCount;
  const deletes = (from: number, to: number) =>
    fixture.db.query(
      `UPDATE messages SET text = NULL, deleted_at = now(), sent_digest = '\\x00' WHERE room_id = $1 AND seq BETWEEN $2 AND $3`,
      [roomId, from, to],
    );
  await deletes(1, 400);
  await deletes(1_001, 1_010);
  expect(await unread()).toBe(1_000);
  const { historyRows } = await explain(fixture.db, roomStatesStatement, [jon, [roomId]]);
  // The last message, and the ten twice.
  expect(historyRows).toBe(21);
  await deletes(1_501, 2_490);
  expect(await unread()).toBe(1_000);
  await deletes(501, 610);
  expect(await unread()).toBe(990);
  await markRead(fixture.db, jon, { roomId, seq: 605 });
  expect(await unread()).toBe(890);
  await deletes(600, 2_500);
  expect(await unread()).toBe(0);
});
