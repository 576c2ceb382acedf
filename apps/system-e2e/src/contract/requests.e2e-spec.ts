import type { OverviewItem } from '@parley/contracts';
import { aPerson, everybodyLeaves, problemOf, type Person } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { system } from '../support/system';

const places = system();

afterEach(everybodyLeaves);

/** Two who have nothing to teach each other, and the room that the first opened. */
async function strangers() {
  const [ana, ben] = await Promise.all([aPerson(places, { name: 'Ana' }), aPerson(places, { name: 'Ben' })]);
  const { id: roomId } = await ana.contact(ben);
  const answer = (person: Person, accept: unknown) =>
    person.api.put<OverviewItem>(`/chatrooms/${roomId}/request`, { accept });
  const requests = async () => [(await ana.overviewOf(roomId))?.request, (await ben.overviewOf(roomId))?.request];
  return { ana, ben, roomId, answer, requests };
}

it('a room between people who match mutually is open at once', async () => {
  const ana = await aPerson(places, { teaches: ['Spanish'], learns: ['TypeScript'] });
  const ben = await aPerson(places, { teaches: ['TypeScript'], learns: ['Spanish'] });
  const { id } = await ana.contact(ben);
  expect((await ana.overviewOf(id))?.request).toBeNull();
  expect((await ben.overviewOf(id))?.request).toBeNull();
});

it('a first contact is a request that only the other one answers, and both hear of the acceptance', async () => {
  const { ana, ben, roomId, answer, requests } = await strangers();
  const [atAna, atBen] = [await ana.connect(0), await ben.connect(1)];
  await ana.says(roomId, 'Hello!');
  expect(await atBen.fact('message:created')).toMatchObject({ text: 'Hello!' });
  expect(await requests()).toEqual(['outgoing', 'incoming']);
  expect(problemOf(await answer(ana, true)).code).toBe('forbidden');
  for (const wrong of ['yes', null, undefined])
    expect(problemOf(await answer(ben, wrong)).code).toBe('validation_failed');
  const eve = await aPerson(places);
  expect(problemOf(await answer(eve, true)).code).toBe('not_found');

  expect(await answer(ben, true)).toMatchObject({ status: 200, body: { id: roomId, request: null } });
  for (const socket of [atAna, atBen]) {
    expect(await socket.fact('room:updated', ({ request }) => request === null)).toMatchObject({ id: roomId });
  }
  expect(await requests()).toEqual([null, null]);
  expect((await answer(ben, true)).status).toBe(200);
  expect(problemOf(await answer(ben, false)).code).toBe('conflict');
});

it('until the answer whoever asked learns nothing of the other; writing back is the answer', async () => {
  const { ana, ben, roomId, requests } = await strangers();
  const [atAna, atBen] = [await ana.connect(0), await ben.connect(1)];
  const seq = await ana.says(roomId, 'Hello?');
  await atBen.command('room:read', { roomId, seq });
  await atBen.command('typing:set', { roomId, active: true });
  await atBen.command('message:send', { roomId, clientMessageId: randomUUID(), text: 'Hello!' });
  await atAna.fact('message:created', ({ text }) => text === 'Hello!');
  expect(atAna.facts('typing:changed')).toEqual([]);
  expect(atAna.facts('room:readMoved')).toEqual([]);
  const update = await atAna.fact('room:updated', ({ request }) => request === null);
  expect(update.members?.map(({ lastReadSeq }) => lastReadSeq).sort()).toEqual([1, 2]);
  expect(await requests()).toEqual([null, null]);
});

it('refused, it is out of sight; whoever asked may write no more and is not told why; it can be accepted later', async () => {
  const { ana, ben, roomId, answer, requests } = await strangers();
  const [atAna, second] = [await ana.connect(0), await ben.connect(0)];
  await ana.says(roomId, 'Buy this');
  expect(await answer(ben, false)).toMatchObject({ status: 200, body: { request: 'incoming', archived: true } });
  expect(await second.fact('room:updated')).toEqual({ id: roomId, pinned: false, muted: false, archived: true });
  const refused = await ana.api.post(`/chatrooms/${roomId}/messages`, { clientMessageId: randomUUID(), text: 'Buy!' });
  expect(problemOf(refused).code).toBe('forbidden');
  expect((await ana.overviewOf(roomId))?.request).toBe('outgoing');
  expect(await ben.overviewOf(roomId)).toBeUndefined();
  expect(atAna.facts('room:updated')).toEqual([]);

  expect(await answer(ben, true)).toMatchObject({ body: { request: null, archived: false } });
  expect(await ana.says(roomId, 'Sorry about that')).toBe(2);
  expect(await requests()).toEqual([null, null]);
});
