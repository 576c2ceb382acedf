import type { Grant, Report } from '@parley/contracts';
import { aPerson, Api, everybodyLeaves, PASSWORD, type Person, problemOf } from '@parley/testing';
import { theModerator } from '../support/moderator';
import { system } from '../support/system';

const places = system();
afterEach(everybodyLeaves);
/** What the contract allows between the end of a session and the end of all it could do. */
const WITHIN_MS = 5_000;
const stranger = new Api(places.origin);
const signIn = (email: string) => stranger.post<Grant>('/auth/login', { email, password: PASSWORD, session: 'token' });

let moderator: Person;
beforeAll(async () => {
  moderator = await theModerator(places);
});

it('a moderator reads a report, suspends whom it is about, whose sockets close on every gateway within 5 s, and closes it', async () => {
  const [ana, ben] = [await aPerson(places, { name: 'Ana' }), await aPerson(places, { name: 'Ben' })];
  const room = await ana.groupWith('Market', ben);
  const seq = await ben.says(room.id, 'buy this');
  const { body: receipt } = await ana.api.post<{ id: string }>('/reports', {
    ...{ userId: ben.id, roomId: room.id, seq, reason: 'spam' },
  });
  const { body } = await moderator.api.get<{ items: Report[] }>('/reports?limit=100');
  const report = body.items.find(({ id }) => id === receipt.id);
  expect(report).toMatchObject({ message: { text: 'buy this' }, reporter: { id: ana.id }, user: { id: ben.id } });

  const sockets = [await ben.connect(0), await (await ben.signInAgain()).connect(1)];
  const start = performance.now();
  expect((await moderator.api.put(`/users/${ben.id}/suspension`)).status).toBe(204);
  for (const socket of sockets) {
    expect(await socket.fact('session:revoked')).toEqual({ reason: 'suspended' });
    await socket.closed();
  }
  expect(performance.now() - start).toBeLessThan(WITHIN_MS);
  expect((await ben.api.get('/users/me')).status).toBe(401);
  expect(problemOf(await signIn(ben.email)).code).toBe('forbidden');

  const closing = { resolution: 'Suspended' };
  expect((await moderator.api.patch<Report>(`/reports/${receipt.id}`, closing)).body).toMatchObject(closing);
  expect((await moderator.api.delete(`/users/${ben.id}/suspension`)).status).toBe(204);
  expect((await signIn(ben.email)).status).toBe(200);
});

it('a moderator reads by a report what a message had said before it was edited and deleted; who is in the room does not', async () => {
  const [ana, ben] = [await aPerson(places), await aPerson(places)];
  const room = await ana.groupWith('Market', ben);
  const seq = await ben.says(room.id, 'send me money');
  const path = `/chatrooms/${room.id}/messages/${seq}`;
  expect((await ben.api.patch(path, { text: 'hello there' })).status).toBe(200);
  expect((await ben.api.delete(path)).status).toBe(200);
  const input = { userId: ben.id, roomId: room.id, seq, reason: 'fraud' };
  const { body: receipt } = await ana.api.post<{ id: string }>('/reports', input);
  const asked = `/reports/${receipt.id}/earlier-texts`;
  const { body } = await moderator.api.get<{ items: { text: string }[] }>(asked);
  expect(body.items.map(({ text }) => text)).toEqual(['send me money', 'hello there']);
  for (const person of [ana, ben]) {
    expect(problemOf(await person.api.get(asked)).code).toBe('forbidden');
    const page = await person.api.get(`/chatrooms/${room.id}/messages`);
    const own = await person.api.get('/auth/export');
    expect(JSON.stringify([page.body, own.body])).not.toMatch(/send me money|hello there/);
  }
});

it('nobody else does any of it', async () => {
  const [ana, ben] = [await aPerson(places), await aPerson(places)];
  expect(problemOf(await ana.api.get('/reports')).code).toBe('forbidden');
  expect(problemOf(await ana.api.put(`/users/${ben.id}/suspension`)).code).toBe('forbidden');
  expect((await ana.api.get<{ moderator: boolean }>('/auth/account')).body.moderator).toBe(false);
  expect((await moderator.api.get<{ moderator: boolean }>('/auth/account')).body.moderator).toBe(true);
});
