import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { checkSendable } from './check-sendable';
import { markRead } from './mark-read';
import { roomStates } from './room-states';
import { setPrivacy } from './set-privacy';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const switches = (userId: string, version: number, change: { sendReadReceipts?: boolean; sendTyping?: boolean }) =>
  setPrivacy(fixture.db, { userId, version, sendReadReceipts: true, sendTyping: true, ...change });
const cursorOf = async (roomId: string, userId: string, seenBy: string) => {
  const { states } = await roomStates(fixture.db, seenBy, { roomIds: [roomId] });
  return states[0]?.cursors.find((cursor) => cursor.userId === userId)?.lastReadSeq;
};

it('hides from everybody how far somebody has read, until the newest version says otherwise', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const { roomId } = await fixture.aRoom({ people });
  await fixture.send(roomId, ane);
  await fixture.send(roomId, ane);
  expect(await markRead(fixture.db, jon, { roomId, seq: 1 })).toMatchObject({ moved: true, shown: true });
  await switches(jon, 2, { sendReadReceipts: false });
  await switches(jon, 1, {});
  expect(await markRead(fixture.db, jon, { roomId, seq: 2 })).toEqual({
    ...{ lastReadSeq: 2, unreadCount: 0, moved: true },
    shown: false,
  });
  expect(await cursorOf(roomId, jon, ane)).toBe(0);
  expect(await cursorOf(roomId, ane, jon)).toBe(2);
  const { states } = await roomStates(fixture.db, jon, { roomIds: [roomId] });
  expect(states[0]).toMatchObject({ lastReadSeq: 2, unreadCount: 0 });
  await switches(jon, 3, {});
  expect(await cursorOf(roomId, jon, ane)).toBe(2);
});

it('tells that nobody may know of somebody typing, which hides nothing else', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const { roomId } = await fixture.aRoom({ people });
  await fixture.send(roomId, ane);
  await switches(jon, 1, { sendTyping: false });
  expect(await checkSendable(fixture.db, jon, { roomId })).toEqual({ dividedFrom: [], shown: false });
  expect(await checkSendable(fixture.db, ane, { roomId })).toEqual({ dividedFrom: [], shown: true });
  expect(await markRead(fixture.db, jon, { roomId, seq: 1 })).toMatchObject({ shown: true });
});
