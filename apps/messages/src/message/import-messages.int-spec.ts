import { v4 as uuidv4 } from 'uuid';
import { pageHistory } from '../history/page-history';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { importMessages } from './import-messages';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const written = (senderId: string, text: string, createdAt: string) => ({
  ...{ senderId, text, createdAt },
  clientMessageId: uuidv4(),
});

it('appends in the order given, with the messages’ own times', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.send(roomId, ane, 'first');
  const messages = [
    written(jon, 'second', '2024-05-01T10:00:00.123Z'),
    written(aPerson(), 'third', '2024-05-01T09:00:00.000Z'),
    written(ane, 'fourth', '2024-05-02T10:00:00.000Z'),
  ];
  expect(await importMessages(fixture.db, { roomId, messages })).toEqual({ imported: 3, lastSeq: 4 });
  const rows = await fixture.db.query(
    'SELECT seq, revision, text, created_at FROM messages WHERE room_id = $1 ORDER BY seq',
    [roomId],
  );
  expect(rows).toMatchObject([
    { seq: 1, revision: 1, text: 'first' },
    { seq: 2, revision: 2, text: 'second', created_at: new Date('2024-05-01T10:00:00.123Z') },
    { seq: 3, revision: 3, text: 'third', created_at: new Date('2024-05-01T09:00:00.000Z') },
    { seq: 4, revision: 4, text: 'fourth', created_at: new Date('2024-05-02T10:00:00.000Z') },
  ]);
  const heads = await fixture.db.query<object[]>('SELECT last_activity_at FROM rooms WHERE room_id = $1', [roomId]);
  expect(heads).toEqual([{ last_activity_at: new Date('2024-05-02T10:00:00.000Z') }]);
  expect(await fixture.send(roomId, ane)).toMatchObject({ seq: 5, revision: 5 });
});

it('adds nothing the second time, nor a message that is there twice in one call', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  const [one, two] = ['one', 'two'].map((text) => written(ane, text, '2024-05-01T10:00:00.000Z'));
  if (!one || !two) throw new Error('Two messages were written.');
  expect(await importMessages(fixture.db, { roomId, messages: [one, one] })).toEqual({ imported: 1, lastSeq: 1 });
  expect(await importMessages(fixture.db, { roomId, messages: [one, two] })).toEqual({ imported: 1, lastSeq: 2 });
  expect(await importMessages(fixture.db, { roomId, messages: [two, one] })).toEqual({ imported: 0, lastSeq: 2 });
});

it('moves each sender’s read cursor to their last message, as sending does', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  const messages = [ane, jon, ane].map((sender) => written(sender, 'Oi', '2024-05-01T10:00:00.000Z'));
  await importMessages(fixture.db, { roomId, messages });
  const cursors = await fixture.db.query<object[]>('SELECT user_id, last_read_seq FROM members WHERE room_id = $1', [
    roomId,
  ]);
  expect(cursors).toHaveLength(2);
  expect(cursors).toEqual(
    expect.arrayContaining([
      { user_id: ane, last_read_seq: 3 },
      { user_id: jon, last_read_seq: 2 },
    ]),
  );
});

it('shares the room with those who send at the same time', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  const sends = Array.from({ length: 20 }, () => fixture.send(roomId, jon));
  await Promise.all([...sends, fixture.fill(roomId, ane, 1_000)]);
  const [count] = await fixture.db.query('SELECT count(*) AS rows, max(seq) AS last FROM messages WHERE room_id = $1', [
    roomId,
  ]);
  expect(count).toEqual({ rows: 1_020, last: 1_020 });
});

it('does not know a room that it was not told of', async () => {
  const messages = [written(aPerson(), 'Oi', '2024-05-01T10:00:00.000Z')];
  await expect(importMessages(fixture.db, { roomId: aPerson(), messages })).rejects.toMatchObject({
    code: 'not_found',
  });
});

it('keeps replies to messages before, also to those of the same call, and makes of all others plain messages', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  const time = '2024-05-01T10:00:00.000Z';
  const messages = [
    written(ane, 'Zer moduz?', time),
    { ...written(jon, 'Ondo', time), replyToSeq: 1 },
    { ...written(jon, 'Eta zu?', time), replyToSeq: 3 },
  ];
  await importMessages(fixture.db, { roomId, messages });
  const page = await pageHistory(fixture.db, ane, { roomId, limit: 10 });
  const replyTo = { seq: 1, senderId: ane, preview: 'Zer moduz?' };
  expect(page.messages.map((message) => message.replyTo)).toEqual([null, replyTo, null]);
});
