import { limits } from '@parley/contracts';
import { v4 as uuidv4 } from 'uuid';
import { appendMessage } from '../message/append-message';
import { editMessage } from '../message/edit-message';
import { importMessages } from '../message/import-messages';
import { reactToMessage } from '../message/react-to-message';
import { aPerson, messagesFixture, type MessagesFixture } from '../messages.fixture';
import { answerRequest } from './answer-request';
import { checkSendable } from './check-sendable';
import { markRead } from './mark-read';
import { roomStates } from './room-states';

let fixture: MessagesFixture;
beforeAll(async () => {
  fixture = await messagesFixture();
});
afterAll(() => fixture.close());

/** Ane asks Jon. */
async function aRequest() {
  const people = [aPerson(), aPerson()];
  const [ane = '', jon = ''] = people;
  const { roomId, setPeople } = await fixture.aRoom({ kind: 'direct', people, requestedBy: ane });
  const requests = async () => {
    const seen = await Promise.all(people.map((userId) => roomStates(fixture.db, userId, { roomIds: [roomId] })));
    return seen.map(({ states }) => states[0]?.request);
  };
  const answer = (userId: string, accept: boolean) => answerRequest(fixture.db, userId, { roomId, accept });
  return { roomId, people, ane, jon, requests, answer, setPeople };
}

it('is outgoing to whoever asked and incoming to the other, until it is accepted', async () => {
  const { people, ane, jon, requests, answer, setPeople } = await aRequest();
  expect(await requests()).toEqual(['outgoing', 'incoming']);
  await expect(answer(ane, true)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(answer(aPerson(), true)).rejects.toMatchObject({ code: 'not_found' });
  expect(await answer(jon, true)).toEqual({ accepted: true });
  expect(await requests()).toEqual([null, null]);
  expect(await answer(jon, true)).toEqual({ accepted: false });
  await expect(answer(jon, false)).rejects.toMatchObject({ code: 'conflict' });
  await setPeople(people);
  expect(await requests()).toEqual([null, null]);
});

it('refused, it lets whoever asked write no more, and can be accepted later', async () => {
  const { roomId, ane, jon, requests, answer } = await aRequest();
  await fixture.send(roomId, ane);
  expect(await answer(jon, false)).toEqual({ accepted: false });
  expect(await requests()).toEqual(['outgoing', 'incoming']);
  const forbidden = { code: 'forbidden', detail: 'You can write more once your request is accepted.' };
  await expect(fixture.send(roomId, ane)).rejects.toMatchObject(forbidden);
  await expect(editMessage(fixture.db, ane, { roomId, seq: 1, text: 'Please' })).rejects.toMatchObject(forbidden);
  const reaction = { roomId, seq: 1, emoji: '🙏', on: true };
  await expect(reactToMessage(fixture.db, ane, reaction)).rejects.toMatchObject(forbidden);
  await expect(checkSendable(fixture.db, ane, { roomId })).rejects.toMatchObject(forbidden);
  expect(await answer(jon, true)).toEqual({ accepted: true });
  expect(await fixture.send(roomId, ane)).toMatchObject({ seq: 2 });
});

it('has room for so many messages, at once or one by one; repeats do not count', async () => {
  const { roomId, ane, jon } = await aRequest();
  await fixture.fill(roomId, ane, limits.requestMessages - 2);
  const input = { roomId, clientMessageId: uuidv4(), text: 'Kaixo?' };
  const sent = await appendMessage(fixture.appender, ane, input);
  const again = Array.from({ length: 3 }, () => appendMessage(fixture.appender, ane, input));
  const more = Array.from({ length: 3 }, () => fixture.send(roomId, ane));
  const outcomes = await Promise.allSettled([...again, ...more]);
  expect(outcomes.slice(0, 3)).toEqual(Array(3).fill({ status: 'fulfilled', value: { ...sent, created: false } }));
  const stored = outcomes.slice(3).filter(({ status }) => status === 'fulfilled');
  expect(stored).toHaveLength(1);
  await expect(fixture.send(roomId, ane)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await fixture.send(roomId, jon)).toMatchObject({ seq: limits.requestMessages + 1 });
  expect(await fixture.send(roomId, ane)).toMatchObject({ seq: limits.requestMessages + 2 });
});

it('is accepted by a message, by a reaction, and by what is imported of the one who was asked', async () => {
  const byMessage = await aRequest();
  await fixture.send(byMessage.roomId, byMessage.ane);
  const message = { roomId: byMessage.roomId, clientMessageId: uuidv4(), text: 'Kaixo!' };
  expect(await appendMessage(fixture.appender, byMessage.jon, message)).toMatchObject({
    created: true,
    accepted: true,
  });
  expect(await appendMessage(fixture.appender, byMessage.jon, message)).not.toHaveProperty('accepted');
  expect(await byMessage.requests()).toEqual([null, null]);

  const byReaction = await aRequest();
  await fixture.send(byReaction.roomId, byReaction.ane);
  const reaction = { roomId: byReaction.roomId, seq: 1, emoji: '👋', on: true };
  expect(await reactToMessage(fixture.db, byReaction.ane, reaction)).not.toHaveProperty('accepted');
  expect(await byReaction.requests()).toEqual(['outgoing', 'incoming']);
  expect(await reactToMessage(fixture.db, byReaction.jon, reaction)).toMatchObject({ accepted: true });
  expect(await byReaction.requests()).toEqual([null, null]);

  const byImport = await aRequest();
  const written = (senderId: string) => ({
    ...{ senderId, clientMessageId: uuidv4(), text: 'Oi', createdAt: new Date(0).toISOString() },
  });
  await importMessages(fixture.db, { roomId: byImport.roomId, messages: [written(byImport.ane)] });
  expect(await byImport.requests()).toEqual(['outgoing', 'incoming']);
  await importMessages(fixture.db, { roomId: byImport.roomId, messages: [written(byImport.jon)] });
  expect(await byImport.requests()).toEqual([null, null]);
});

it('tells whoever asked nothing of the other before the answer, and the other all', async () => {
  const { roomId, ane, jon, answer } = await aRequest();
  await fixture.send(roomId, ane);
  expect(await markRead(fixture.db, jon, { roomId, seq: 1 })).toMatchObject({ moved: true, shown: false });
  expect(await checkSendable(fixture.db, jon, { roomId })).toMatchObject({ shown: false });
  expect(await checkSendable(fixture.db, ane, { roomId })).toMatchObject({ shown: true });
  const cursors = async () => {
    const { states } = await roomStates(fixture.db, ane, { roomIds: [roomId] });
    return new Map(states[0]?.cursors.map(({ userId, lastReadSeq }) => [userId, lastReadSeq]));
  };
  expect(await cursors()).toEqual(
    new Map([
      [ane, 1],
      [jon, 0],
    ]),
  );
  await answer(jon, true);
  expect((await cursors()).get(jon)).toBe(1);
});
