import type { OwnProfile, Room } from '@parley/contracts';
import { aPerson, everybodyLeaves, problemOf, type Person } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { system } from '../support/system';

const places = system();
let ana: Person;
let ben: Person;
let roomId: string;

beforeAll(async () => {
  [ana, ben] = await Promise.all([aPerson(places, { name: 'Ana' }), aPerson(places, { name: 'Ben' })]);
  roomId = (await ana.groupWith('Discreet', ben)).id;
});

afterEach(everybodyLeaves);

const cursorOfBen = async (seenBy: Person): Promise<number | undefined> => {
  const { body } = await seenBy.api.get<Room>(`/chatrooms/${roomId}`);
  return body.members.find(({ user }) => user.id === ben.id)?.lastReadSeq;
};

it('the switches are on at first, are set one by one, and are nobody else’s to see', async () => {
  const own = async () => (await ben.api.get<OwnProfile>('/users/me')).body.privacy;
  expect(await own()).toEqual({ showPresence: true, sendReadReceipts: true, sendTyping: true });
  const patched = await ben.api.patch<OwnProfile>('/users/me', { privacy: { showPresence: false } });
  expect(patched.body.privacy).toEqual({ showPresence: false, sendReadReceipts: true, sendTyping: true });
  expect(await own()).toEqual(patched.body.privacy);
  expect((await ana.api.get(`/users/${ben.id}`)).body).not.toHaveProperty('privacy');
  for (const privacy of [{ showPresence: 1 }, { hidden: true }, null, 'off'])
    expect(problemOf(await ben.api.patch('/users/me', { privacy })).code).toBe('validation_failed');
});

it('receipts and typing that are off are on no wire and in no answer, and one’s own unread still clears', async () => {
  const [atAna, atBen, second] = [await ana.connect(0), await ben.connect(1), await ben.connect(0)];
  const seq = await ana.says(roomId, 'Have you seen this?');
  expect(await atBen.command('room:read', { roomId, seq })).toMatchObject({ ok: true });
  expect(await atAna.fact('room:readMoved')).toEqual({ roomId, userId: ben.id, lastReadSeq: seq });
  expect(await cursorOfBen(ana)).toBe(seq);

  await ben.api.patch('/users/me', { privacy: { sendReadReceipts: false, sendTyping: false } });
  const next = await ana.says(roomId, 'And this?');
  expect(await atBen.command('typing:set', { roomId, active: true })).toEqual({ ok: true, data: {} });
  const read = await atBen.command('room:read', { roomId, seq: next });
  expect(read).toEqual({ ok: true, data: { lastReadSeq: next, unreadCount: 0 } });
  await second.fact('room:readMoved', ({ lastReadSeq }) => lastReadSeq === next);
  expect(await cursorOfBen(ben)).toBe(next);
  expect(await cursorOfBen(ana)).toBe(0);
  expect(await ben.overviewOf(roomId)).toMatchObject({ lastReadSeq: next, unreadCount: 0 });
  // A fact that Ana hears after all that came before.
  await atBen.command('message:send', { roomId, clientMessageId: randomUUID(), text: 'Yes' });
  await atAna.fact('message:created', ({ text }) => text === 'Yes');
  expect(atAna.facts('room:readMoved').filter(({ lastReadSeq }) => lastReadSeq === next)).toEqual([]);
  expect(atAna.facts('typing:changed')).toEqual([]);

  await ben.api.patch('/users/me', { privacy: { sendReadReceipts: true } });
  expect(await cursorOfBen(ana)).toBe(next + 1);
});
