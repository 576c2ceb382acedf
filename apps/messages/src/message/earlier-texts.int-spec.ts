import { limits } from '@parley/contracts';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { setPrivacy } from '../room/set-privacy';
import { earlierTexts } from './earlier-texts';
import { editMessage } from './edit-message';
import { reactToMessage } from './react-to-message';
import { removeMessage } from './remove-message';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const edit = (roomId: string, userId: string, text: string, seq = 1) =>
  editMessage(fixture.db, userId, { roomId, seq, text });
const textsOf = async (roomId: string, seq = 1) =>
  (await earlierTexts(fixture.db, { roomId, seq })).texts.map(({ text }) => text);

it('are kept of edits and of the deletion, each with when it was written and when it went', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  const sent = await fixture.send(roomId, ane, 'first');
  const { message: edited } = await edit(roomId, ane, 'second');
  const { message: deleted } = await removeMessage(fixture.db, ane, { roomId, seq: 1 });
  expect(await earlierTexts(fixture.db, { roomId, seq: 1 })).toEqual({
    texts: [
      { text: 'first', writtenAt: sent.createdAt, replacedAt: edited.editedAt },
      { text: 'second', writtenAt: edited.editedAt, replacedAt: deleted.deletedAt },
    ],
  });
  const rows = await fixture.db.query<object[]>(
    'SELECT seq, revision, sender_id AS "senderId" FROM earlier_texts WHERE room_id = $1 ORDER BY revision',
    [roomId],
  );
  expect(rows).toEqual([
    { seq: 1, revision: edited.revision, senderId: ane },
    { seq: 1, revision: deleted.revision, senderId: ane },
  ]);
});

it('are of what changes the text alone: reactions, a text that is the same and a second deletion leave none', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  await fixture.send(roomId, ane, 'only');
  const reaction = { roomId, seq: 1, emoji: '👍' };
  await reactToMessage(fixture.db, jon, { ...reaction, on: true });
  await reactToMessage(fixture.db, jon, { ...reaction, on: false });
  await edit(roomId, ane, 'only');
  expect(await textsOf(roomId)).toEqual([]);
  await removeMessage(fixture.db, ane, { roomId, seq: 1 });
  await removeMessage(fixture.db, ane, { roomId, seq: 1 });
  expect(await textsOf(roomId)).toEqual(['only']);
});

it('stay the sender’s where the owner of the group deletes the message', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [owner = '', jon = ''] = people;
  await fixture.send(roomId, jon, 'rude');
  await removeMessage(fixture.db, owner, { roomId, seq: 1 });
  const rows = await fixture.db.query<object[]>(
    'SELECT sender_id AS "senderId" FROM earlier_texts WHERE room_id = $1',
    [roomId],
  );
  expect(rows).toEqual([{ senderId: jon }]);
});

it('are answered as many as a report holds, those that stood longest: edits do not hide what was read', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  await fixture.send(roomId, ane, 'text 0');
  const edits = limits.earlierTexts + 2;
  for (let n = 1; n <= edits; n++) await edit(roomId, ane, `text ${n}`);
  await fixture.db.query(
    `UPDATE earlier_texts SET written_at = replaced_at - CASE WHEN text = 'text 0' THEN interval '1 hour' ELSE interval '1 second' END
     WHERE room_id = $1`,
    [roomId],
  );
  const latest = Array.from({ length: limits.earlierTexts - 1 }, (_, place) => `text ${place + 3}`);
  expect(await textsOf(roomId)).toEqual(['text 0', ...latest]);
});

it('go with the account of whoever wrote them, and with nothing else that is said of it', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = '', jon = ''] = people;
  for (const [place, person] of [ane, jon].entries()) {
    await fixture.send(roomId, person, 'before');
    await edit(roomId, person, 'after', place + 1);
  }
  const hidden = { sendReadReceipts: false, sendTyping: false };
  await setPrivacy(fixture.db, { userId: ane, version: 1, ...hidden });
  expect([await textsOf(roomId, 1), await textsOf(roomId, 2)]).toEqual([['before'], ['before']]);
  await setPrivacy(fixture.db, { userId: ane, version: 2, ...hidden, isDeleted: true });
  expect([await textsOf(roomId, 1), await textsOf(roomId, 2)]).toEqual([[], ['before']]);
  await setPrivacy(fixture.db, { userId: aPerson(), version: 1, ...hidden, isDeleted: true });
  expect(await textsOf(roomId, 2)).toEqual(['before']);
});

it('go with the account in small batches, however many they are and whoever else is at it', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [ane = ''] = people;
  await fixture.db.query(
    `INSERT INTO earlier_texts (room_id, seq, revision, sender_id, text, written_at, replaced_at)
     SELECT $1, 1, n, $2, 'x', now(), now() FROM generate_series(1, 3500) n`,
    [roomId, ane],
  );
  await fixture.db.query(`
    CREATE FUNCTION refuse_many() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF (SELECT count(*) FROM gone) > 1000 THEN RAISE 'too many at once'; END IF; RETURN NULL; END $$`);
  await fixture.db.query(`
    CREATE TRIGGER few AFTER DELETE ON earlier_texts REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION refuse_many()`);
  const gone = { userId: ane, version: 1, sendReadReceipts: false, sendTyping: false, isDeleted: true };
  const each = async (): Promise<number> => {
    await setPrivacy(fixture.db, gone);
    return (await fixture.db.query<object[]>('SELECT FROM earlier_texts WHERE sender_id = $1', [ane])).length;
  };
  try {
    expect(await Promise.all([each(), each(), each()])).toEqual([0, 0, 0]);
  } finally {
    await fixture.db.query('DROP FUNCTION refuse_many CASCADE');
  }
});

it('are not kept of a deleted account, whoever deletes its messages later', async () => {
  const { roomId, people } = await fixture.aRoom();
  const [owner = '', jon = ''] = people;
  await fixture.send(roomId, jon, 'of one who is gone');
  await fixture.send(roomId, owner, 'of one who is not');
  const hidden = { sendReadReceipts: false, sendTyping: false };
  await setPrivacy(fixture.db, { userId: jon, version: 1, ...hidden, isDeleted: true });
  // What was said of them before does not bring them back.
  await setPrivacy(fixture.db, { userId: jon, version: 2, ...hidden });
  for (const seq of [1, 2]) await removeMessage(fixture.db, owner, { roomId, seq });
  expect([await textsOf(roomId, 1), await textsOf(roomId, 2)]).toEqual([[], ['of one who is not']]);
});
