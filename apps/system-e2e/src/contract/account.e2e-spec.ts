import { ParleyClient } from '@parley/client';
import type { ExportRecord, Room } from '@parley/contracts';
import { aPerson, Api, everybodyLeaves, PASSWORD, problemOf, type Person } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { mailFor, system } from '../support/system';

const places = system();
afterEach(everybodyLeaves);
/** What the contract allows between the end of a session and the end of all it could do. */
const WITHIN_MS = 5_000;

const signIn = (email: string, password: string) =>
  new Api(places.origin).post('/auth/login', { email, password, session: 'token' });

/** Waits until a call is refused as unauthenticated, and fails where that takes longer than the contract allows. */
async function refusedInTime({ api }: Person): Promise<void> {
  const start = performance.now();
  while ((await api.get('/users/me')).status !== 401) {
    if (performance.now() - start > WITHIN_MS) throw new Error('The session still works after 5 s.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const newPassword = 'a loud evening in Porto';
const stranger = new Api(places.origin);

describe('a change of password', () => {
  it('S7: closes the sockets of all other sessions on every gateway within 5 s, and leaves its own', async () => {
    const laptop = await aPerson(places);
    const [phone, tablet] = [await laptop.signInAgain(), await laptop.signInAgain()];
    const sockets = [await phone.connect(0), await tablet.connect(1)];
    const kept = await laptop.connect(1);
    const start = performance.now();
    const { status } = await laptop.api.put('/auth/password', { currentPassword: PASSWORD, newPassword });
    expect(status).toBe(204);
    for (const socket of sockets) {
      expect(await socket.fact('session:revoked')).toEqual({ reason: 'password_changed' });
      await socket.closed();
    }
    await refusedInTime(phone);
    await refusedInTime(tablet);
    expect(performance.now() - start).toBeLessThan(WITHIN_MS);
    expect(kept.disconnected).toBeNull();
    expect((await laptop.api.get('/users/me')).status).toBe(200);
    expect((await signIn(laptop.email, PASSWORD)).status).toBe(401);
    expect((await signIn(laptop.email, newPassword)).status).toBe(200);
  });

  it('is refused with a wrong or common password, unknown fields, and without a session', async () => {
    const ana = await aPerson(places);
    const good = { currentPassword: PASSWORD, newPassword };
    for (const wrong of [
      { currentPassword: 'not it' },
      { newPassword: 'bigdaddy1' },
      { newPassword: 'short' },
      { userId: ana.id },
    ]) {
      const answer = await ana.api.put('/auth/password', { ...good, ...wrong });
      expect(problemOf(answer).code).toBe('validation_failed');
    }
    expect(problemOf(await stranger.put('/auth/password', good)).code).toBe('unauthenticated');
    expect((await signIn(ana.email, PASSWORD)).status).toBe(200);
  });
});

describe('the address', () => {
  it('is proved by the mail that a new account is sent', async () => {
    const ana = await aPerson(places);
    expect((await ana.api.get('/auth/account')).body).toMatchObject({ email: ana.email, emailVerified: false });
    const { token } = await mailFor(ana.email, /^Confirm/);
    expect((await stranger.post('/auth/email/confirm', { token })).status).toBe(204);
    expect((await ana.api.get('/auth/account')).body).toMatchObject({ emailVerified: true });
    expect(problemOf(await stranger.post('/auth/email/confirm', { token })).code).toBe('validation_failed');
  });

  it('is another one once its mail is confirmed', async () => {
    const ana = await aPerson(places);
    const email = `${randomUUID()}@test.example`;
    expect(problemOf(await ana.api.put('/auth/email', { email, password: 'not it' })).code).toBe('validation_failed');
    expect((await ana.api.put('/auth/email', { email, password: PASSWORD })).status).toBe(204);
    const { token } = await mailFor(email, /new address/);
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect((await stranger.post('/auth/email/confirm', { token })).status).toBe(204);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
    expect((await signIn(ana.email, PASSWORD)).status).toBe(401);
  });
});

describe('a forgotten password', () => {
  it('S7: is replaced by the mailed token, which closes all sockets on every gateway within 5 s', async () => {
    const laptop = await aPerson(places);
    const phone = await laptop.signInAgain();
    const sockets = [await laptop.connect(0), await phone.connect(1)];
    expect((await stranger.post('/auth/reset', { email: laptop.email })).status).toBe(204);
    const { token } = await mailFor(laptop.email, /^A new password/);
    const start = performance.now();
    expect((await stranger.put('/auth/reset', { token, password: newPassword })).status).toBe(204);
    for (const socket of sockets) {
      expect(await socket.fact('session:revoked')).toEqual({ reason: 'password_reset' });
      await socket.closed();
    }
    await refusedInTime(laptop);
    await refusedInTime(phone);
    expect(performance.now() - start).toBeLessThan(WITHIN_MS);
    expect((await signIn(laptop.email, PASSWORD)).status).toBe(401);
    expect((await signIn(laptop.email, newPassword)).status).toBe(200);
    expect(problemOf(await stranger.put('/auth/reset', { token, password: PASSWORD })).code).toBe('validation_failed');
  });

  it('S42: is answered alike for a known and an unknown address', async () => {
    const ana = await aPerson(places);
    const [known, unknown] = [
      await stranger.post('/auth/reset', { email: ana.email }),
      await stranger.post('/auth/reset', { email: `${randomUUID()}@test.example` }),
    ];
    expect([known.status, known.body]).toEqual([204, null]);
    expect([unknown.status, unknown.body]).toEqual([204, null]);
    const names = ({ headers }: typeof known): string[] => [...headers.keys()].sort();
    expect(names(unknown)).toEqual(names(known));
  });
});

describe('an account that is closed', () => {
  it('S8: for now: its sockets close on every gateway within 5 s, nobody finds it, and signing in opens it again', async () => {
    const [ana, ben] = [await aPerson(places), await aPerson(places)];
    const sockets = [await ana.connect(0), await (await ana.signInAgain()).connect(1)];
    expect(problemOf(await ana.api.post('/auth/deactivate', { password: 'not it' })).code).toBe('validation_failed');
    const start = performance.now();
    expect((await ana.api.post('/auth/deactivate', { password: PASSWORD })).status).toBe(204);
    for (const socket of sockets) {
      expect(await socket.fact('session:revoked')).toEqual({ reason: 'deactivated' });
      await socket.closed();
    }
    await refusedInTime(ana);
    expect(performance.now() - start).toBeLessThan(WITHIN_MS);
    expect(problemOf(await ben.api.get(`/users/${ana.id}`)).code).toBe('not_found');
    expect((await signIn(ana.email, PASSWORD)).status).toBe(200);
    expect((await ben.api.get(`/users/${ana.id}`)).status).toBe(200);
  });

  it('S8: for good: its messages stay by a deleted member, its groups have another owner, its sockets close within 5 s', async () => {
    const [ana, ben] = [await aPerson(places, { name: 'Ana' }), await aPerson(places, { name: 'Ben' })];
    const group = await ana.groupWith('Spanish', ben);
    const direct = await ana.directRoomWith(ben);
    await ana.says(direct.id, 'hola');
    const sockets = [await ana.connect(0), await ana.connect(1)];
    const start = performance.now();
    expect((await ana.api.post('/auth/delete', { password: PASSWORD })).status).toBe(204);
    for (const socket of sockets) {
      expect(await socket.fact('session:revoked')).toEqual({ reason: 'deleted' });
      await socket.closed();
    }
    await refusedInTime(ana);
    expect(performance.now() - start).toBeLessThan(WITHIN_MS);
    expect((await signIn(ana.email, PASSWORD)).status).toBe(401);
    const { body: left } = await ben.api.get<Room>(`/chatrooms/${group.id}`);
    expect(left.members.map(({ user, role }) => ({ id: user.id, role }))).toEqual([{ id: ben.id, role: 'owner' }]);
    const { body: kept } = await ben.api.get<Room>(`/chatrooms/${direct.id}`);
    const { user } = kept.members.find((member) => member.user.id === ana.id) ?? {};
    expect(user).toMatchObject({ displayName: 'Deleted member' });
    const { body: page } = await ben.api.get<{ messages: unknown[] }>(`/chatrooms/${direct.id}/messages`);
    expect(page.messages).toMatchObject([{ senderId: ana.id, text: 'hola' }]);
    const anew = { email: ana.email, password: PASSWORD, displayName: 'Another', session: 'token' };
    expect((await stranger.post('/auth/register', anew)).status).toBe(201);
  });
});

describe('an export', () => {
  it('has all that is one’s own, and nothing that others wrote', async () => {
    const [ana, ben] = [await aPerson(places, { name: 'Ana' }), await aPerson(places)];
    const crowd = await Promise.all(Array.from({ length: 6 }, () => aPerson(places)));
    const busy = await ana.groupWith('Spanish', ...crowd);
    const rooms = [busy, await ana.directRoomWith(ben), await ben.groupWith('His', ana)];
    // More than one answer looks through, which is five pages of 200 messages; and no more of one than may be sent at once.
    const theirs = async (person: Person): Promise<void> => {
      for (let n = 0; n < 180; n++) await person.says(busy.id, `theirs ${n}`);
    };
    await Promise.all(crowd.map(theirs));
    for (const { id } of rooms) await ana.says(id, 'mine');
    await ben.groupWith('Without her');
    await ana.api.put('/users/me/skills', { teaches: [{ skill: 'Spanish', level: 'expert' }], learns: [] });
    await ana.api.post('/reports', { userId: ben.id, reason: 'spam', note: 'every day' });
    await ben.api.post('/reports', { userId: ana.id, reason: 'his word against hers' });
    await ana.api.post('/api-keys', { name: 'Her bot', scopes: [] });
    for (const each of crowd.slice(0, 2)) await ana.api.put(`/users/me/blocks/${each.id}`);
    await crowd[2]?.api.put(`/users/me/blocks/${ana.id}`);

    const client = new ParleyClient({ origin: places.origin, session: 'token' });
    await client.session.login({ email: ana.email, password: PASSWORD });
    const records: ExportRecord[] = [];
    for await (const record of client.exportData()) records.push(record);
    expect(records[0]).toMatchObject({
      type: 'account',
      account: { email: ana.email },
      profile: { id: ana.id, teaches: [{ skill: { name: 'Spanish' } }] },
    });
    expect(records.filter(({ type }) => type === 'session')).toHaveLength(2);
    expect(records.filter(({ type }) => type === 'apiKey')).toMatchObject([{ apiKey: { name: 'Her bot' } }]);
    expect(records.flatMap((record) => (record.type === 'block' ? [record.block.user.id] : [])).toSorted()).toEqual(
      crowd
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(records.filter(({ type }) => type === 'report')).toMatchObject([
      { report: { userId: ben.id, reason: 'spam', note: 'every day' } },
    ]);
    const ids = rooms.map(({ id }) => id).toSorted();
    expect(records.flatMap((record) => (record.type === 'room' ? [record.id] : []))).toEqual(ids);
    const written = records.flatMap((record) => (record.type === 'message' ? [record.message] : []));
    expect(written.map(({ roomId, text }) => ({ roomId, text }))).toEqual(
      ids.map((roomId) => ({ roomId, text: 'mine' })),
    );
    for (const secret of ['theirs', 'his word against hers', ben.email, '$argon2', 'parley_']) {
      expect(JSON.stringify(records)).not.toContain(secret);
    }
  });

  it('refuses a cursor that it has not answered', async () => {
    const ana = await aPerson(places);
    for (const cursor of ['x', 'W10', '%00']) {
      expect(problemOf(await ana.api.get(`/auth/export?cursor=${cursor}`)).code).toBe('validation_failed');
    }
  });
});
