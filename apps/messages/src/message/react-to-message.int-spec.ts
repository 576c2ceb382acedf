import { limits } from '@parley/contracts';
import { pageHistory } from '../history/page-history';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { setBlock } from '../room/set-block';
import { syncRooms } from '../sync/sync-rooms';
import { appendMessage } from './append-message';
import { editMessage } from './edit-message';
import { reactToMessage } from './react-to-message';
import { removeMessage } from './remove-message';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const react = (userId: string, roomId: string, emoji: string, { on = true, seq = 1 } = {}) =>
  reactToMessage(fixture.db, userId, { roomId, seq, emoji, on });

it('shows in history and sync, under the room’s next revision', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  const sent = await fixture.send(roomId, ane);
  const first = await react(jon, roomId, '👍');
  expect(first).toEqual({
    message: { ...sent, revision: 2, reactions: [{ emoji: '👍', userIds: [jon] }] },
    changed: true,
  });
  const { message } = await react(ane, roomId, '👍');
  expect(message).toEqual({ ...sent, revision: 3, reactions: [{ emoji: '👍', userIds: [jon, ane] }] });
  expect((await pageHistory(fixture.db, ane, { roomId, limit: 10 })).messages).toEqual([message]);
  const { rooms } = await syncRooms(fixture.db, ane, { rooms: { [roomId]: 2 } });
  expect(rooms[roomId]).toMatchObject({ messages: [message], revision: 3 });

  const { message: without } = await react(jon, roomId, '👍', { on: false });
  expect(without).toMatchObject({ revision: 4, reactions: [{ emoji: '👍', userIds: [ane] }] });
  expect((await react(ane, roomId, '👍', { on: false })).message).toEqual({ ...sent, revision: 5 });
  expect(await fixture.send(roomId, ane)).toMatchObject({ seq: 2, revision: 6 });
});

it('put twice, or taken back twice, changes nothing', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  const sent = await fixture.send(roomId, ane);
  expect(await react(jon, roomId, '👍', { on: false })).toEqual({ message: sent, changed: false });
  const { message } = await react(jon, roomId, '👍');
  expect(await react(jon, roomId, '👍')).toEqual({ message, changed: false });
});

it('is no edit: neither marks it, and a repeat of the sending is recognised', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  const input = { roomId, clientMessageId: aPerson(), text: 'Kaixo' };
  await appendMessage(fixture.appender, ane, input);
  const { message } = await react(jon, roomId, '❤️');
  expect(message.editedAt).toBeNull();
  expect(await appendMessage(fixture.appender, ane, input)).toEqual({ message, created: false });
  const edited = await editMessage(fixture.db, ane, { roomId, seq: 1, text: 'Aupa' });
  expect(edited.message).toMatchObject({ text: 'Aupa', reactions: message.reactions });
});

it('goes with the message that is deleted, and none comes after', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.send(roomId, ane);
  await react(jon, roomId, '👍');
  const { message } = await removeMessage(fixture.db, ane, { roomId, seq: 1 });
  expect(message.reactions).toEqual([]);
  await expect(react(jon, roomId, '👍')).rejects.toMatchObject({ code: 'conflict' });
  expect(await react(jon, roomId, '👍', { on: false })).toEqual({ message, changed: false });
});

it('is no way to speak across a block; what was said can be taken back', async () => {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const { roomId } = await fixture.aRoom({ kind: 'direct', people });
  await fixture.send(roomId, ane);
  await react(jon, roomId, '👍');
  await setBlock(fixture.db, { userIds: [ane, jon], blocked: true, version: 1 });
  await expect(react(jon, roomId, '❤️')).rejects.toMatchObject({ code: 'forbidden' });
  expect(await react(jon, roomId, '👍', { on: false })).toMatchObject({ changed: true, message: { reactions: [] } });
});

it('is not found by who is not in the room, and in a place that has no message', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  await fixture.send(roomId, ane);
  await expect(react(aPerson(), roomId, '👍')).rejects.toMatchObject({ code: 'not_found' });
  await expect(react(ane, roomId, '👍', { seq: 2 })).rejects.toMatchObject({ code: 'not_found' });
});

it('of a dozen people at once are all there, each with a revision of its own', async () => {
  const people = Array.from({ length: 12 }, aPerson);
  const { roomId } = await fixture.aRoom({ people });
  await fixture.send(roomId, people[0] ?? '');
  const answers = await Promise.all(people.map((userId, n) => react(userId, roomId, n % 2 === 0 ? '👍' : '😂')));
  expect(answers.map(({ message }) => message.revision).sort((a, b) => a - b)).toEqual(people.map((_, n) => n + 2));
  const { messages } = await pageHistory(fixture.db, people[0] ?? '', { roomId, limit: 10 });
  expect(new Set(messages[0]?.reactions.flatMap(({ userIds }) => userIds))).toEqual(new Set(people));
});

it('counts in the length of a sync’s answer', async () => {
  const people = Array.from({ length: limits.reactionsPerMessage }, aPerson);
  const [ane = ''] = people;
  const { roomId } = await fixture.aRoom({ people });
  await fixture.fill(roomId, ane, 60);
  await fixture.db.query('UPDATE messages SET reactions = $2 WHERE room_id = $1', [
    roomId,
    JSON.stringify([{ emoji: '👍', userIds: people }]),
  ]);
  const { rooms } = await syncRooms(fixture.db, ane, { rooms: { [roomId]: 0 } });
  const count = rooms[roomId]?.messages.length ?? 0;
  expect(count).toBeGreaterThan(15);
  expect(count).toBeLessThan(30);
  expect(rooms[roomId]?.hasAfter).toBe(true);
});
