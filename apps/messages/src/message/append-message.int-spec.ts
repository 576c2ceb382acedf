import { ParleyError } from '@parley/contracts';
import { v4 as uuidv4 } from 'uuid';
import { pageHistory } from '../history/page-history';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { setBlock } from '../room/set-block';
import { syncRooms } from '../sync/sync-rooms';
import { appendMessage } from './append-message';
import { editMessage } from './edit-message';
import { removeMessage } from './remove-message';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

const heads = (roomId: string) =>
  fixture.db.query<object[]>('SELECT last_seq, revision FROM rooms WHERE room_id = $1', [roomId]);

describe('sending', () => {
  it('counts 1, 2, 3 in each room, and gives each message the next revision', async () => {
    const room = await fixture.aRoom();
    const other = await fixture.aRoom();
    const [ane = '', jon = ''] = room.people;
    const first = await fixture.send(room.roomId, ane, 'Kaixo!');
    await fixture.send(other.roomId, other.people[0] ?? '');
    const second = await fixture.send(room.roomId, jon);
    expect(first).toMatchObject({ roomId: room.roomId, senderId: ane, text: 'Kaixo!', seq: 1, revision: 1 });
    expect(first).toMatchObject({ editedAt: null, deletedAt: null, replyTo: null, reactions: [], attachments: [] });
    expect(second).toMatchObject({ seq: 2, revision: 2 });
    expect(Math.abs(Date.parse(first.createdAt) - Date.now())).toBeLessThan(60_000);
  });

  it('moves the sender’s read cursor to the message, and nobody else’s', async () => {
    const { roomId, people } = await fixture.aRoom();
    const [ane = '', jon = ''] = people;
    await fixture.send(roomId, ane);
    const cursors = await fixture.db.query('SELECT user_id, last_read_seq FROM members WHERE room_id = $1', [roomId]);
    expect(cursors).toEqual(
      expect.arrayContaining([
        { user_id: ane, last_read_seq: 1 },
        { user_id: jon, last_read_seq: 0 },
      ]),
    );
  });

  it('tells an outsider, a former member and a caller of an invented room the same', async () => {
    const { roomId, people, setPeople } = await fixture.aRoom();
    const [ane = '', jon = ''] = people;
    await setPeople([ane]);
    const attempts = [
      { roomId, senderId: jon },
      { roomId, senderId: aPerson() },
      { roomId: aPerson(), senderId: ane },
    ].map(({ roomId, senderId }) => fixture.send(roomId, senderId));
    const refusals = (await Promise.allSettled(attempts)).flatMap((result) =>
      result.status === 'rejected' && result.reason instanceof ParleyError ? [result.reason.toWire()] : [],
    );
    expect(refusals).toHaveLength(3);
    expect(refusals[0]).toMatchObject({ code: 'not_found' });
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(await heads(roomId)).toEqual([{ last_seq: 0, revision: 0 }]);
  });

  it('is refused to both across a block in a direct room, and goes on in groups', async () => {
    const people = [aPerson(), aPerson()];
    const [ane = '', jon = ''] = people;
    const direct = await fixture.aRoom({ kind: 'direct', people });
    const group = await fixture.aRoom({ people });
    await setBlock(fixture.db, { userIds: [jon, ane], blocked: true, version: 1 });
    await expect(fixture.send(direct.roomId, ane)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(fixture.send(direct.roomId, jon)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await fixture.send(group.roomId, ane)).toMatchObject({ seq: 1 });
    await setBlock(fixture.db, { userIds: [ane, jon], blocked: false, version: 2 });
    expect(await fixture.send(direct.roomId, ane)).toMatchObject({ seq: 1, revision: 1 });
  });
});

describe('sending again', () => {
  it('answers the stored message', async () => {
    const { roomId, people } = await fixture.aRoom();
    const [ane = ''] = people;
    const input = { roomId, clientMessageId: uuidv4(), text: 'Zer moduz?' };
    const first = await appendMessage(fixture.appender, ane, input);
    const second = await appendMessage(fixture.appender, ane, input);
    expect(first.created).toBe(true);
    expect(second).toEqual({ message: first.message, created: false });
    expect(await heads(roomId)).toEqual([{ last_seq: 1, revision: 1 }]);
  });

  it('is a conflict with another text, and another message from another sender', async () => {
    const { roomId, people } = await fixture.aRoom();
    const [ane = '', jon = ''] = people;
    const input = { roomId, clientMessageId: uuidv4(), text: 'Zer moduz?' };
    await appendMessage(fixture.appender, ane, input);
    await expect(appendMessage(fixture.appender, ane, { ...input, text: 'Agur' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await appendMessage(fixture.appender, jon, input)).toMatchObject({ created: true, message: { seq: 2 } });
  });

  it('is held against the text as first sent, whatever became of it', async () => {
    const { roomId, people } = await fixture.aRoom();
    const [ane = ''] = people;
    const input = { roomId, clientMessageId: uuidv4(), text: 'Zer moduz? 👋' };
    await appendMessage(fixture.appender, ane, input);
    const { message: edited } = await editMessage(fixture.db, ane, { roomId, seq: 1, text: 'Zer berri?' });
    expect(await appendMessage(fixture.appender, ane, input)).toEqual({ message: edited, created: false });
    await expect(appendMessage(fixture.appender, ane, { ...input, text: 'Zer berri?' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const { message: removed } = await removeMessage(fixture.db, ane, { roomId, seq: 1 });
    expect(await appendMessage(fixture.appender, ane, input)).toEqual({ message: removed, created: false });
    await expect(appendMessage(fixture.appender, ane, { ...input, text: 'Zer berri?' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('is answered across a block, for it is no new message', async () => {
    const people = [aPerson(), aPerson()];
    const [ane = '', jon = ''] = people;
    const { roomId } = await fixture.aRoom({ kind: 'direct', people });
    const input = { roomId, clientMessageId: uuidv4(), text: 'Agur' };
    const { message } = await appendMessage(fixture.appender, ane, input);
    await setBlock(fixture.db, { userIds: [ane, jon], blocked: true, version: 1 });
    expect(await appendMessage(fixture.appender, ane, input)).toEqual({ message, created: false });
    await expect(appendMessage(fixture.appender, ane, { ...input, text: 'Ez' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('a reply', () => {
  const reply = (roomId: string, senderId: string, replyToSeq: number, clientMessageId = uuidv4()) =>
    appendMessage(fixture.appender, senderId, { roomId, clientMessageId, text: 'Bai', replyToSeq });

  it('names what it answers, as that is now: edited, and deleted', async () => {
    const { roomId, people } = await fixture.aRoom();
    const [ane = '', jon = ''] = people;
    await fixture.send(roomId, ane, 'Zer   moduz,\n Jon?');
    const { message } = await reply(roomId, jon, 1);
    expect(message.replyTo).toEqual({ seq: 1, senderId: ane, preview: 'Zer moduz, Jon?' });

    const shown = async () => {
      const { messages } = await pageHistory(fixture.db, ane, { roomId, limit: 10 });
      const { rooms } = await syncRooms(fixture.db, ane, { rooms: { [roomId]: 0 } });
      const synced = rooms[roomId]?.messages.find(({ seq }) => seq === 2);
      expect(synced).toEqual(messages[1]);
      return messages[1]?.replyTo?.preview;
    };
    await editMessage(fixture.db, ane, { roomId, seq: 1, text: 'a'.repeat(8_000) });
    expect(await shown()).toBe(`${'a'.repeat(139)}…`);
    await removeMessage(fixture.db, ane, { roomId, seq: 1 });
    expect(await shown()).toBe('');
  });

  it('answers nothing any more once it is deleted itself', async () => {
    const { roomId, people } = await fixture.aRoom();
    const [ane = ''] = people;
    await fixture.send(roomId, ane);
    await reply(roomId, ane, 1);
    const { message } = await removeMessage(fixture.db, ane, { roomId, seq: 2 });
    expect(message).toMatchObject({ text: null, replyTo: null });
  });

  it('to a place without a message is refused, and takes no place itself', async () => {
    const { roomId, people } = await fixture.aRoom();
    const [ane = ''] = people;
    await fixture.send(roomId, ane);
    for (const seq of [2, 3, Number.MAX_SAFE_INTEGER]) {
      const errors = [{ path: 'replyToSeq', message: 'is no message of this room' }];
      await expect(reply(roomId, ane, seq)).rejects.toMatchObject({ code: 'validation_failed', errors });
    }
    expect(await heads(roomId)).toEqual([{ last_seq: 1, revision: 1 }]);
  });

  it('sent again is the same message; to another message, or to none, a conflict', async () => {
    const { roomId, people } = await fixture.aRoom();
    const [ane = ''] = people;
    await fixture.send(roomId, ane);
    await fixture.send(roomId, ane);
    const id = uuidv4();
    const { message } = await reply(roomId, ane, 1, id);
    expect(await reply(roomId, ane, 1, id)).toEqual({ message, created: false });
    for (const another of [2, 3, 99])
      await expect(reply(roomId, ane, another, id)).rejects.toMatchObject({ code: 'conflict' });
    const plain = { roomId, clientMessageId: id, text: 'Bai' };
    await expect(appendMessage(fixture.appender, ane, plain)).rejects.toMatchObject({ code: 'conflict' });
    await editMessage(fixture.db, ane, { roomId, seq: 3, text: 'Ez' });
    expect(await reply(roomId, ane, 1, id)).toMatchObject({ created: false, message: { text: 'Ez' } });
    expect(await heads(roomId)).toEqual([{ last_seq: 3, revision: 4 }]);
  });
});

describe('at the same time', () => {
  it('fifty calls with one clientMessageId make one row', async () => {
    const { roomId, people } = await fixture.aRoom();
    const [ane = ''] = people;
    const input = { roomId, clientMessageId: uuidv4(), text: 'Behin' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => appendMessage(fixture.appender, ane, input)));
    expect(answers.filter((answer) => answer.created)).toHaveLength(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.message))).size).toBe(1);
    expect(await heads(roomId)).toEqual([{ last_seq: 1, revision: 1 }]);
  });

  it('twenty senders fill the places from 1 on without a gap, repeats and refusals among them', async () => {
    const people = Array.from({ length: 20 }, aPerson);
    const { roomId } = await fixture.aRoom({ people });
    const sends = people.flatMap((senderId) =>
      Array.from({ length: 10 }, () => ({ senderId, input: { roomId, clientMessageId: uuidv4(), text: 'Oi' } })),
    );
    const attempts = sends.flatMap(({ senderId, input }) => [
      appendMessage(fixture.appender, senderId, input),
      appendMessage(fixture.appender, senderId, { ...input, text: 'Other' }),
      appendMessage(fixture.appender, aPerson(), input),
    ]);
    await Promise.allSettled(attempts);
    const rows = await fixture.db.query('SELECT seq, revision FROM messages WHERE room_id = $1 ORDER BY seq', [roomId]);
    expect(rows).toEqual(Array.from({ length: 200 }, (_, place) => ({ seq: place + 1, revision: place + 1 })));
    expect(await heads(roomId)).toEqual([{ last_seq: 200, revision: 200 }]);
  });

  it('a removal that comes first while a message waits for the room lets nothing through', async () => {
    const { roomId, people } = await fixture.aRoom();
    const [, jon = ''] = people;
    const remover = fixture.db.createQueryRunner();
    await remover.startTransaction();
    await remover.query('SELECT FROM rooms WHERE room_id = $1 FOR UPDATE', [roomId]);
    const sending = Promise.allSettled([fixture.send(roomId, jon)]);
    await fixture.someoneWaits();
    await remover.query('DELETE FROM members WHERE room_id = $1 AND user_id = $2', [roomId, jon]);
    await remover.commitTransaction();
    await remover.release();
    expect(await sending).toMatchObject([{ status: 'rejected', reason: { code: 'not_found' } }]);
    expect(await heads(roomId)).toEqual([{ last_seq: 0, revision: 0 }]);
  });

  it('nothing of a member is stored once their removal is answered', async () => {
    const { roomId, people, setPeople } = await fixture.aRoom();
    const [ane = '', jon = ''] = people;
    const sending = Array.from({ length: 40 }, () => fixture.send(roomId, jon));
    const settled = Promise.allSettled(sending);
    await sending[0];
    await setPeople([ane]);
    const stored = await heads(roomId);
    await settled;
    expect(await heads(roomId)).toEqual(stored);
    await expect(fixture.send(roomId, jon)).rejects.toMatchObject({ code: 'not_found' });
  });
});
