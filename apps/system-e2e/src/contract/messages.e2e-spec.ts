import type { Message, MessagePage } from '@parley/contracts';
import { aPerson, everybodyLeaves, problemOf, type Person } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { system } from '../support/system';

const places = system();
let ana: Person;
let ben: Person;

beforeAll(async () => {
  [ana, ben] = await Promise.all([aPerson(places, { name: 'Ana' }), aPerson(places, { name: 'Ben' })]);
});

afterEach(everybodyLeaves);

const newRoom = async (): Promise<string> => (await ana.groupWith('Messages', ben)).id;
const page = async (roomId: string, query: string): Promise<MessagePage> =>
  (await ana.api.get<MessagePage>(`/chatrooms/${roomId}/messages?${query}`)).body;
const seqs = ({ messages }: MessagePage): number[] => messages.map(({ seq }) => seq);

describe('sending', () => {
  it('answers the message as stored: trimmed, in NFC, by the server’s clock', async () => {
    const roomId = await newRoom();
    const clientMessageId = randomUUID();
    const { status, body } = await ana.api.post<Message>(`/chatrooms/${roomId}/messages`, {
      clientMessageId,
      text: '  Cafe\u0301 <b>&</b> \n',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      roomId,
      seq: 1,
      revision: 1,
      clientMessageId,
      senderId: ana.id,
      text: 'Café <b>&</b>',
      editedAt: null,
      deletedAt: null,
      replyTo: null,
      reactions: [],
      attachments: [],
    });
    expect(Math.abs(Date.parse(body.createdAt) - Date.now())).toBeLessThan(10_000);
  });

  it('again, by any way and on any node, answers the stored message; with another text it is a conflict', async () => {
    const roomId = await newRoom();
    const clientMessageId = randomUUID();
    const [first, second] = [await ana.connect(0), await ana.connect(1)];
    const overSockets = Array.from({ length: 30 }, (_, i) =>
      (i % 2 === 0 ? first : second).command('message:send', { roomId, clientMessageId, text: 'once' }),
    );
    const overRest = Array.from({ length: 20 }, () =>
      ana.api.post<Message>(`/chatrooms/${roomId}/messages`, { clientMessageId, text: 'once' }),
    );
    const acks = await Promise.all(overSockets);
    const answers = await Promise.all(overRest);
    expect(acks.every((ack) => ack.ok && ack.data.seq === 1)).toBe(true);
    expect(answers.every(({ status, body }) => (status === 200 || status === 201) && body.seq === 1)).toBe(true);
    expect(seqs(await page(roomId, ''))).toEqual([1]);
    expect(
      problemOf(await ana.api.post(`/chatrooms/${roomId}/messages`, { clientMessageId, text: 'another' })).code,
    ).toBe('conflict');
    expect(
      (await ben.api.post<Message>(`/chatrooms/${roomId}/messages`, { clientMessageId, text: 'Ben’s own' })).status,
    ).toBe(201);
  });

  it('gives every message a place without a gap, however many send at once', async () => {
    const roomId = await newRoom();
    const [first, second] = [await ana.connect(0), await ben.connect(1)];
    const acks = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        (i % 2 === 0 ? first : second).command('message:send', {
          roomId,
          clientMessageId: randomUUID(),
          text: `number ${i}`,
        }),
      ),
    );
    const given = acks.map((ack) => (ack.ok ? ack.data.seq : 0)).sort((a, b) => a - b);
    expect(given).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    expect(seqs(await page(roomId, 'limit=200'))).toEqual(given);
  });

  it('refuses what is no message', async () => {
    const roomId = await newRoom();
    const good = { clientMessageId: randomUUID(), text: 'fine' };
    const wrong = [
      { text: '' },
      { text: ' \n ' },
      { text: 'x'.repeat(8_001) },
      { text: 7 },
      { text: ['a'] },
      { clientMessageId: 'mine' },
      { clientMessageId: null },
      { senderId: ben.id },
      { seq: 9 },
      { createdAt: '2020-01-01T00:00:00.000Z' },
      { text: 'nul\u0000' },
    ];
    for (const each of wrong)
      expect({
        each,
        code: problemOf(await ana.api.post(`/chatrooms/${roomId}/messages`, { ...good, ...each })).code,
      }).toEqual({ each, code: 'validation_failed' });
    expect((await ana.api.post(`/chatrooms/${roomId}/messages`, { ...good, text: '🎸'.repeat(8_000) })).status).toBe(
      201,
    );
  });
});

describe('history', () => {
  it('pages before, after and around, oldest first, and knows its ends', async () => {
    const roomId = await newRoom();
    for (let i = 1; i <= 12; i++) await ana.says(roomId, `message ${i}`);
    expect(await page(roomId, 'limit=5')).toMatchObject({ hasBefore: true, hasAfter: false, lastSeq: 12 });
    expect(seqs(await page(roomId, 'limit=5'))).toEqual([8, 9, 10, 11, 12]);
    expect(seqs(await page(roomId, 'before=8&limit=5'))).toEqual([3, 4, 5, 6, 7]);
    expect(await page(roomId, 'before=3&limit=5')).toMatchObject({ hasBefore: false, hasAfter: true });
    expect(await page(roomId, 'before=1')).toMatchObject({
      messages: [],
      hasBefore: false,
      hasAfter: true,
      lastSeq: 12,
    });
    expect(seqs(await page(roomId, 'after=0&limit=3'))).toEqual([1, 2, 3]);
    expect(await page(roomId, 'after=12')).toMatchObject({ messages: [], hasBefore: true, hasAfter: false });
    const around = await page(roomId, 'around=6&limit=5');
    expect(seqs(around)).toContain(6);
    expect(around).toMatchObject({ hasBefore: true, hasAfter: true });
    expect(seqs(await page(roomId, 'around=1&limit=5'))).toContain(1);
    for (const wrong of [
      'before=1&after=1',
      'limit=0',
      'limit=201',
      'limit=1000000000',
      'before=-1',
      'before=x',
      'after=1.5',
    ]) {
      expect({ wrong, code: problemOf(await ana.api.get(`/chatrooms/${roomId}/messages?${wrong}`)).code }).toEqual({
        wrong,
        code: 'validation_failed',
      });
    }
  });

  it('of an empty room is an empty page', async () => {
    expect(await page(await newRoom(), '')).toEqual({ messages: [], hasBefore: false, hasAfter: false, lastSeq: 0 });
  });
});

describe('editing and deleting', () => {
  it('change the message in place, live for everybody, and raise the room’s revision', async () => {
    const roomId = await newRoom();
    const seq = await ana.says(roomId, 'tpyo');
    const socket = await ben.connect(1);
    const edited = await ana.api.patch<Message>(`/chatrooms/${roomId}/messages/${seq}`, { text: 'typo' });
    expect(edited.body).toMatchObject({ seq, revision: 2, text: 'typo' });
    expect(edited.body.editedAt).not.toBeNull();
    expect(await socket.fact('message:updated', ({ text }) => text === 'typo')).toEqual(edited.body);

    const unchanged = await ana.api.patch<Message>(`/chatrooms/${roomId}/messages/${seq}`, { text: 'typo' });
    expect(unchanged.body.revision).toBe(2);
    const deleted = await ana.api.delete<Message>(`/chatrooms/${roomId}/messages/${seq}`);
    expect(deleted.status).toBe(200);
    expect(deleted.body).toMatchObject({ seq, revision: 3, text: null });
    expect(await socket.fact('message:updated', ({ text }) => text === null)).toEqual(deleted.body);
    expect((await ana.api.delete<Message>(`/chatrooms/${roomId}/messages/${seq}`)).body.revision).toBe(3);
    expect(await ana.says(roomId, 'next')).toBe(2);
    expect(socket.facts('message:updated')).toHaveLength(2);
  });

  it('S15: are for the author; a group’s owner may delete', async () => {
    const roomId = await newRoom();
    const [own, other] = [await ana.says(roomId, 'Ana’s'), await ben.says(roomId, 'Ben’s')];
    expect(problemOf(await ben.api.patch(`/chatrooms/${roomId}/messages/${own}`, { text: 'mine' })).code).toBe(
      'forbidden',
    );
    expect(problemOf(await ben.api.delete(`/chatrooms/${roomId}/messages/${own}`)).code).toBe('forbidden');
    expect(problemOf(await ana.api.patch(`/chatrooms/${roomId}/messages/${other}`, { text: 'mine' })).code).toBe(
      'forbidden',
    );
    expect((await ana.api.delete(`/chatrooms/${roomId}/messages/${other}`)).status).toBe(200);
    expect(problemOf(await ana.api.patch(`/chatrooms/${roomId}/messages/99`, { text: 'x' })).code).toBe('not_found');
  });

  it('takes a deleted message out of the unread count', async () => {
    const roomId = await newRoom();
    const seq = await ana.says(roomId, 'oops');
    await ana.says(roomId, 'kept');
    expect((await ben.overviewOf(roomId))?.unreadCount).toBe(2);
    await ana.api.delete(`/chatrooms/${roomId}/messages/${seq}`);
    expect((await ben.overviewOf(roomId))?.unreadCount).toBe(1);
  });

  it('lets a repeat of the first sending answer the message as it is now', async () => {
    const roomId = await newRoom();
    const sent = { clientMessageId: randomUUID(), text: 'first' };
    await ana.api.post(`/chatrooms/${roomId}/messages`, sent);
    await ana.api.patch(`/chatrooms/${roomId}/messages/1`, { text: 'second' });
    const again = await ana.api.post<Message>(`/chatrooms/${roomId}/messages`, sent);
    expect(again).toMatchObject({ status: 200, body: { seq: 1, text: 'second' } });
  });
});

describe('replies', () => {
  it('show what they answer, by any way, and follow its edit and its deletion', async () => {
    const roomId = await newRoom();
    const source = await ana.says(roomId, 'Shall we\nmeet?');
    const [socket, other] = [await ben.connect(0), await ana.connect(1)];
    const sent = { roomId, clientMessageId: randomUUID(), text: 'Yes!', replyToSeq: source };
    const ack = await socket.command('message:send', sent);
    const replyTo = { seq: source, senderId: ana.id, preview: 'Shall we meet?' };
    expect(ack).toMatchObject({ ok: true, data: { seq: 2, replyTo } });
    expect(await other.fact('message:created', ({ seq }) => seq === 2)).toMatchObject({ replyTo });
    const { roomId: _, ...body } = sent;
    expect(await ben.api.post<Message>(`/chatrooms/${roomId}/messages`, body)).toMatchObject({
      status: 200,
      body: { replyTo },
    });

    await ana.api.patch(`/chatrooms/${roomId}/messages/${source}`, { text: 'Tomorrow?' });
    expect((await page(roomId, '')).messages[1]?.replyTo?.preview).toBe('Tomorrow?');
    await ana.api.delete(`/chatrooms/${roomId}/messages/${source}`);
    expect((await page(roomId, '')).messages[1]?.replyTo).toEqual({ ...replyTo, preview: '' });
  });

  it('to a message that there is not are refused; the same id in reply to another is a conflict', async () => {
    const roomId = await newRoom();
    await ana.says(roomId, 'one');
    await ana.says(roomId, 'two');
    const reply = async (clientMessageId: string, replyToSeq: unknown) =>
      ana.api.post<Message>(`/chatrooms/${roomId}/messages`, { clientMessageId, text: 'reply', replyToSeq });
    for (const wrong of [0, -1, 1.5, '1', null, 3, Number.MAX_SAFE_INTEGER])
      expect({ wrong, code: problemOf(await reply(randomUUID(), wrong)).code }).toEqual({
        wrong,
        code: 'validation_failed',
      });
    const id = randomUUID();
    expect((await reply(id, 1)).status).toBe(201);
    expect((await reply(id, 1)).status).toBe(200);
    expect(problemOf(await reply(id, 2)).code).toBe('conflict');
  });
});

describe('reactions', () => {
  const place = (roomId: string, seq: number, emoji: string): string =>
    `/chatrooms/${roomId}/messages/${seq}/reactions/${encodeURIComponent(emoji)}`;

  it('are put and taken back by either way, live for everybody, each with a revision of its own', async () => {
    const roomId = await newRoom();
    const seq = await ana.says(roomId, 'Done!');
    const [socket, other] = [await ben.connect(0), await ana.connect(1)];
    const put = await ben.api.put<Message>(place(roomId, seq, '🎉'));
    expect(put).toMatchObject({
      status: 200,
      body: { seq, revision: 2, reactions: [{ emoji: '🎉', userIds: [ben.id] }] },
    });
    expect(await other.fact('message:updated', ({ revision }) => revision === 2)).toEqual(put.body);
    expect((await ben.api.put<Message>(place(roomId, seq, '🎉'))).body).toEqual(put.body);

    const heart = await socket.command('message:react', { roomId, seq, emoji: '\u2764', on: true });
    expect(heart).toMatchObject({ ok: true, data: { revision: 3, reactions: [{ emoji: '🎉' }, { emoji: '❤️' }] } });
    const taken = await ben.api.delete<Message>(place(roomId, seq, '🎉'));
    expect(taken.body).toMatchObject({ revision: 4, reactions: [{ emoji: '❤️', userIds: [ben.id] }] });
    expect(await other.fact('message:updated', ({ revision }) => revision === 4)).toEqual(taken.body);
    expect((await ben.api.delete<Message>(place(roomId, seq, '🎉'))).body.revision).toBe(4);
    const synced = await socket.command('rooms:sync', { rooms: { [roomId]: 3 }, partial: true });
    expect(synced).toMatchObject({ ok: true, data: { rooms: { [roomId]: { messages: [taken.body], revision: 4 } } } });
    expect((await page(roomId, '')).messages).toEqual([taken.body]);
    expect((await ben.overviewOf(roomId))?.unreadCount).toBe(1);
  });

  it('are one emoji each, of whatever length, on a message that is there', async () => {
    const roomId = await newRoom();
    const seq = await ana.says(roomId, 'Well?');
    for (const emoji of ['👩🏽‍❤️‍💋‍👨🏿', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '1️⃣'])
      expect((await ana.api.put<Message>(place(roomId, seq, emoji))).body.reactions.at(-1)?.emoji).toBe(emoji);
    const wrong = ['a', '👍👍', ' ', 'ok', '1', '%', '👍'.repeat(60), '\u0000'];
    for (const emoji of wrong) {
      const { code } = problemOf(await ana.api.put(place(roomId, seq, emoji)));
      expect({ emoji, code }).toEqual({ emoji, code: 'validation_failed' });
    }
    expect(problemOf(await ana.api.put(place(roomId, 99, '👍'))).code).toBe('not_found');
    const stranger = await aPerson(places, { name: 'Stranger' });
    expect(problemOf(await stranger.api.put(place(roomId, seq, '👍'))).code).toBe('not_found');
    await ana.api.delete(`/chatrooms/${roomId}/messages/${seq}`);
    expect(problemOf(await ana.api.put(place(roomId, seq, '👍'))).code).toBe('conflict');
  });
});
