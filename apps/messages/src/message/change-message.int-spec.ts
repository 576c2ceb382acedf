import { jest } from '@jest/globals';
import { Client } from 'pg';
import { z } from 'zod';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { editMessage } from './edit-message';
import { reactToMessage } from './react-to-message';
import { removeMessage } from './remove-message';

const QuerySchema = z.union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)]);
let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

/** Everything that is sent to the database while something is done, by its first word. */
async function sentDuring(work: () => Promise<unknown>): Promise<string[]> {
  const query = jest.spyOn(Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls.map(([asked]: unknown[]) => /\w+/.exec(QuerySchema.parse(asked))?.[0] ?? '');
  } finally {
    query.mockRestore();
  }
}

it('goes to the database twice within its transaction, for the lock is held all the while', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.send(roomId, ane);
  const twice = ['START', 'SELECT', 'WITH', 'COMMIT'];
  const change = { roomId, seq: 1 };
  expect(await sentDuring(() => editMessage(fixture.db, ane, { ...change, text: 'Aupa' }))).toEqual(twice);
  expect(await sentDuring(() => reactToMessage(fixture.db, jon, { ...change, emoji: '👍', on: true }))).toEqual(twice);
  expect(await sentDuring(() => removeMessage(fixture.db, ane, change))).toEqual(twice);
});

it('of many at once loses none', async () => {
  const people = Array.from({ length: 20 }, aPerson);
  const { roomId } = await fixture.aRoom({ people });
  const [ane = ''] = people;
  await fixture.send(roomId, ane);
  const changes = await Promise.all([
    ...people.map((userId) => reactToMessage(fixture.db, userId, { roomId, seq: 1, emoji: '👍', on: true })),
    ...people.map((_, index) => editMessage(fixture.db, ane, { roomId, seq: 1, text: `Aupa ${index}` })),
  ]);
  const revisions = changes.map(({ message }) => message.revision).toSorted((a, b) => a - b);
  expect(revisions).toEqual(Array.from({ length: 40 }, (_, index) => index + 2));
  const last = changes.find(({ message }) => message.revision === 41)?.message;
  expect(last?.reactions[0]?.userIds.toSorted()).toEqual(people.toSorted());
});

it.each([
  ['a removal', 'DELETE FROM members WHERE room_id = $1 AND user_id = $2', 'not_found'],
  [
    'a deletion',
    `UPDATE messages SET text = NULL, deleted_at = now(), sent_digest = '\\x00' WHERE room_id = $1 AND sender_id = $2`,
    'conflict',
  ],
])('%s that comes first while a change waits for the room lets nothing through', async (_, first, code) => {
  const { roomId, people } = await fixture.aRoom();
  const [, jon = ''] = people;
  await fixture.send(roomId, jon);
  const other = fixture.db.createQueryRunner();
  await other.startTransaction();
  await other.query('SELECT FROM rooms WHERE room_id = $1 FOR UPDATE', [roomId]);
  const editing = Promise.allSettled([editMessage(fixture.db, jon, { roomId, seq: 1, text: 'Aupa' })]);
  await fixture.someoneWaits();
  await other.query(first, [roomId, jon]);
  await other.commitTransaction();
  await other.release();
  expect(await editing).toMatchObject([{ status: 'rejected', reason: { code } }]);
  const rows = await fixture.db.query<object[]>('SELECT text FROM messages WHERE room_id = $1 AND text = $2', [
    roomId,
    'Aupa',
  ]);
  expect(rows).toEqual([]);
});
