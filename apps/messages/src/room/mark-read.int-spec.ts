import { importMessages } from '../message/import-messages';
import { removeMessage } from '../message/remove-message';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { markRead } from './mark-read';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const read = (userId: string, roomId: string, seq: number) => markRead(fixture.db, userId, { roomId, seq });

it('moves forward, never back, and never beyond the room’s end', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.fill(roomId, ane, 10);
  expect(await read(jon, roomId, 0)).toEqual({ lastReadSeq: 0, unreadCount: 10, moved: false, shown: true });
  expect(await read(jon, roomId, 4)).toEqual({ lastReadSeq: 4, unreadCount: 6, moved: true, shown: true });
  expect(await read(jon, roomId, 4)).toEqual({ lastReadSeq: 4, unreadCount: 6, moved: false, shown: true });
  expect(await read(jon, roomId, 2)).toEqual({ lastReadSeq: 4, unreadCount: 6, moved: false, shown: true });
  expect(await read(jon, roomId, Number.MAX_SAFE_INTEGER)).toEqual({
    lastReadSeq: 10,
    unreadCount: 0,
    moved: true,
    shown: true,
  });
});

it('counts messages by others only, and none that is deleted', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  for (const sender of [ane, jon, ane, ane, ane]) await fixture.send(roomId, sender);
  await removeMessage(fixture.db, ane, { roomId, seq: 4 });
  expect(await read(jon, roomId, 0)).toEqual({ lastReadSeq: 2, unreadCount: 2, moved: false, shown: true });
  expect(await read(ane, roomId, 0)).toEqual({ lastReadSeq: 5, unreadCount: 0, moved: false, shown: true });
});

it('counts exactly up to 999, and stops at 1,000', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.fill(roomId, ane, 1_002);
  expect(await read(jon, roomId, 0)).toMatchObject({ unreadCount: 1_000 });
  expect(await read(jon, roomId, 2)).toMatchObject({ unreadCount: 1_000 });
  expect(await read(jon, roomId, 3)).toMatchObject({ unreadCount: 999 });
});

it('answers where the cursor stands when it was moved by several at once', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.fill(roomId, ane, 20);
  const answers = await Promise.all(Array.from({ length: 20 }, (_, place) => read(jon, roomId, place + 1)));
  answers.forEach(({ lastReadSeq, unreadCount }, place) => {
    expect(lastReadSeq).toBeGreaterThan(place);
    expect(unreadCount).toBe(20 - lastReadSeq);
  });
  expect(await read(jon, roomId, 0)).toEqual({ lastReadSeq: 20, unreadCount: 0, moved: false, shown: true });
});

it('is not found by who is not in the room', async () => {
  const { roomId } = await fixture.aRoom();
  await expect(read(aPerson(), roomId, 1)).rejects.toMatchObject({ code: 'not_found' });
  await expect(read(aPerson(), aPerson(), 1)).rejects.toMatchObject({ code: 'not_found' });
});

it('leaves imported messages of one’s own out of the count, as it does those that one sends', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  const messages = [ane, jon, ane].map((senderId) => ({
    ...{ senderId, clientMessageId: aPerson(), text: 'Oi', createdAt: '2024-05-01T10:00:00.000Z' },
  }));
  await importMessages(fixture.db, { roomId, messages });
  expect(await read(jon, roomId, 0)).toEqual({ lastReadSeq: 2, unreadCount: 1, moved: false, shown: true });
});
