import type { Grant, Session } from '@parley/contracts';
import { aPerson, Api, everybodyLeaves, LiveSocket, PASSWORD, problemOf, Refused } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { system } from '../support/system';

const places = system();
afterEach(everybodyLeaves);
const stranger = new Api(places.origin);
/** What the contract allows between the end of a session and the end of all it could do. */
const WITHIN_MS = 5_000;

const refresh = (refreshToken: string | undefined) => stranger.post<Grant>('/auth/refresh', { refreshToken });

/** Waits until a call is refused as unauthenticated, and fails where that takes longer than the contract allows. */
async function refusedInTime(api: Api): Promise<void> {
  const start = performance.now();
  while ((await api.get('/users/me')).status !== 401) {
    if (performance.now() - start > WITHIN_MS) throw new Error('The session still works after 5 s.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('register', () => {
  it('opens an account and a session; a browser gets its refresh token as a cookie only', async () => {
    const body = { email: `${randomUUID()}@Test.example`, password: PASSWORD, displayName: 'Ana' };
    const answer = await stranger.post<Grant>('/auth/register', body);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ user: { displayName: 'Ana', email: body.email.toLowerCase() } });
    expect(answer.body.expiresIn).toBeGreaterThan(0);
    expect(answer.body.refreshToken).toBeUndefined();
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).toMatch(/Path=\/api\/v1\/auth/i);
  });

  it('S42: refuses an address that is taken, however it is written, and says nothing of the account', async () => {
    const ana = await aPerson(places, { name: 'Ana' });
    const problem = problemOf(
      await stranger.post('/auth/register', { email: ana.email.toUpperCase(), password: PASSWORD, displayName: 'Eve' }),
    );
    expect(problem).toMatchObject({ status: 409, code: 'conflict' });
    expect(JSON.stringify(problem)).not.toContain('Ana');
  });

  it('S40: refuses a weak password, an address that is none, and unknown fields', async () => {
    const good = { email: `${randomUUID()}@test.example`, password: PASSWORD, displayName: 'Ana' };
    for (const wrong of [
      { password: 'password1' },
      { password: 'short' },
      { email: 'nobody' },
      { displayName: '\u200B' },
      { role: 'admin' },
    ]) {
      expect(problemOf(await stranger.post('/auth/register', { ...good, ...wrong }))).toMatchObject({
        code: 'validation_failed',
      });
    }
  });
});

describe('login', () => {
  it('S42: answers an unknown address and a wrong password alike', async () => {
    const ana = await aPerson(places);
    const wrong = problemOf(await stranger.post('/auth/login', { email: ana.email, password: 'not the password' }));
    const unknown = problemOf(
      await stranger.post('/auth/login', { email: `${randomUUID()}@test.example`, password: PASSWORD }),
    );
    expect(wrong).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect({ ...unknown, requestId: '' }).toEqual({ ...wrong, requestId: '' });
  });
});

describe('refresh', () => {
  it('S43: rotates; the token just replaced answers its successor; an older one ends the session', async () => {
    const ana = await aPerson(places);
    const first = ana.grant.refreshToken;
    const second = await refresh(first);
    expect(second.status).toBe(200);
    expect(second.body.refreshToken).not.toBe(first);
    const again = await refresh(first);
    expect(again.status).toBe(200);
    expect(again.body.refreshToken).toBe(second.body.refreshToken);

    const third = await refresh(second.body.refreshToken);
    expect(third.status).toBe(200);
    expect(problemOf(await refresh(first)).code).toBe('unauthenticated');
    expect(problemOf(await refresh(third.body.refreshToken)).code).toBe('unauthenticated');
    await refusedInTime(new Api(places.origin, third.body.accessToken));
  });

  it('S43: lets two tabs that refresh at the same moment both go on', async () => {
    const ana = await aPerson(places);
    const answers = await Promise.all([refresh(ana.grant.refreshToken), refresh(ana.grant.refreshToken)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(answers.map(({ body }) => body.refreshToken)).size).toBe(1);
  });

  it('S3: refuses without a token, and a token of another kind', async () => {
    const ana = await aPerson(places);
    expect(problemOf(await stranger.post('/auth/refresh', {})).code).toBe('unauthenticated');
    expect(problemOf(await refresh(ana.grant.accessToken)).code).toBe('unauthenticated');
    expect(problemOf(await new Api(places.origin, ana.grant.refreshToken).get('/users/me')).code).toBe(
      'unauthenticated',
    );
  });

  it('S44: by cookie refuses a request from another site', async () => {
    const body = { email: `${randomUUID()}@test.example`, password: PASSWORD, displayName: 'Ana' };
    const cookie = ((await stranger.post('/auth/register', body)).headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const foreign = { cookie, origin: 'https://evil.example' };
    expect(problemOf(await stranger.post('/auth/refresh', {}, { headers: foreign })).status).toBe(403);
    const own = await stranger.post<Grant>('/auth/refresh', {}, { headers: { cookie, origin: places.origin } });
    expect(own.status).toBe(200);
    expect(own.body.refreshToken).toBeUndefined();
  });
});

describe('sessions', () => {
  it('S7: lists devices, and ending one closes its sockets on every gateway and refuses its tokens', async () => {
    const phone = await aPerson(places);
    const laptop = await phone.signInAgain();
    const sockets = [await phone.connect(0), await phone.connect(1)];
    const kept = await laptop.connect(1);

    const { body } = await laptop.api.get<{ items: Session[] }>('/auth/sessions');
    expect(body.items.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = body.items.find(({ current }) => !current);
    const start = performance.now();
    expect((await laptop.api.delete(`/auth/sessions/${other?.id ?? ''}`)).status).toBe(204);

    for (const socket of sockets) {
      await socket.fact('session:revoked');
      await socket.closed();
    }
    expect(performance.now() - start).toBeLessThan(WITHIN_MS);
    await refusedInTime(phone.api);
    expect(problemOf(await refresh(phone.grant.refreshToken)).code).toBe('unauthenticated');
    await expect(phone.connect(1)).rejects.toMatchObject({ data: { code: 'unauthenticated' } });
    expect(kept.disconnected).toBeNull();
  });

  it('S7: logout ends one’s own; another’s is not found', async () => {
    const [ana, eve] = [await aPerson(places), await aPerson(places)];
    const { body } = await ana.api.get<{ items: Session[] }>('/auth/sessions');
    expect(problemOf(await eve.api.delete(`/auth/sessions/${body.items[0]?.id ?? ''}`)).code).toBe('not_found');
    const socket = await ana.connect();
    expect((await ana.api.post('/auth/logout')).status).toBe(204);
    await socket.closed();
    await refusedInTime(ana.api);
  });
});

describe('the handshake', () => {
  it('S1, S4, S5: refuses no token, garbage, and a token in the query', async () => {
    const ana = await aPerson(places);
    const gateway = places.gateways[0] ?? '';
    for (const token of [undefined, '', 'garbage', `${ana.grant.accessToken}x`, ana.grant.refreshToken]) {
      const refused = await LiveSocket.open(gateway, token).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(Refused);
      expect((refused as Refused).data?.code).toBe('unauthenticated');
    }
    await expect(
      LiveSocket.open(`${gateway}/?token=${ana.grant.accessToken}`, ana.grant.accessToken),
    ).rejects.toBeInstanceOf(Refused);
    await expect(
      LiveSocket.open(gateway, ana.grant.accessToken, { headers: { origin: 'https://evil.example' } }),
    ).rejects.toBeInstanceOf(Refused);
  });

  it('S10: refuses the 21st socket of one person, over all gateways', async () => {
    const ana = await aPerson(places);
    for (let i = 0; i < 20; i++) await ana.connect(i % 2);
    await expect(ana.connect(0)).rejects.toMatchObject({ data: { code: 'rate_limited' } });
  });

  it('S6: goes on with a renewed token on the same connection', async () => {
    const ana = await aPerson(places);
    const socket = await ana.connect();
    const { body } = await refresh(ana.grant.refreshToken);
    expect(await socket.command('session:renew', { token: body.accessToken })).toMatchObject({ ok: true });
    const eve = await aPerson(places);
    expect(await socket.command('session:renew', { token: eve.grant.accessToken })).toMatchObject({ ok: false });
  });
});
