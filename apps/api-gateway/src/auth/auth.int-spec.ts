import { GrantSchema } from '@parley/contracts';
import { eventually } from '@parley/testing';
import { startTestGateway, type TestGateway } from '../gateway.fixture';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ LOGINS_PER_MINUTE: '5' });
});
afterAll(() => gateway.close());

let people = 0;
function register(session: 'cookie' | 'token', headers: Record<string, string> = {}): Promise<Response> {
  const email = `person${++people}@example.org`;
  const body = { email, password: 'correct horse', displayName: 'Somebody', session };
  return gateway.api('POST', '/auth/register', { body, headers });
}

/** Somebody new, signed in. */
async function registered(session: 'cookie' | 'token') {
  const answer = await register(session);
  expect(answer.status).toBe(201);
  return { grant: GrantSchema.strict().parse(await answer.json()), cookie: answer.headers.get('set-cookie') ?? '' };
}

/** What a browser would send back of a `Set-Cookie`. */
const sent = (cookie: string): string => cookie.split(';')[0] ?? '';

describe('where the refresh token travels', () => {
  it('S44: a browser gets it in a cookie that scripts cannot read, and never in the body', async () => {
    const { grant, cookie } = await registered('cookie');
    expect(grant).toEqual({ user: expect.any(Object), accessToken: expect.any(String), expiresIn: 600 });
    expect(cookie).toMatch(/^parley_refresh=[^;]+; Max-Age=2592000; Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict$/);
  });

  it('every other client gets it in the body', async () => {
    const { grant, cookie } = await registered('token');
    expect(grant.refreshToken).toEqual(expect.any(String));
    expect(cookie).toBe('');
  });

  it('S44: the cookie is Secure on every origin but plain http on this machine', async () => {
    const secure = await startTestGateway({ PUBLIC_ORIGIN: 'https://chat.example.org' });
    const body = { email: 'a@example.org', password: 'correct horse', displayName: 'A' };
    const answer = await secure.api('POST', '/auth/register', { body });
    expect(answer.headers.get('set-cookie')).toContain('; Secure;');
    await secure.close();
  });
});

describe('refreshing', () => {
  it('by cookie: a new cookie and no token in the body', async () => {
    const { cookie } = await registered('cookie');
    const answer = await gateway.api('POST', '/auth/refresh', { headers: { cookie: sent(cookie) } });
    expect(answer.status).toBe(200);
    expect(await answer.json()).not.toHaveProperty('refreshToken');
    expect(answer.headers.get('set-cookie')).not.toBe(cookie);
  });

  it('by body: the new token in the body and no cookie', async () => {
    const { grant } = await registered('token');
    const answer = await gateway.api('POST', '/auth/refresh', { body: { refreshToken: grant.refreshToken } });
    expect(await answer.json()).toMatchObject({ refreshToken: expect.any(String) });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('with neither is unauthenticated', async () => {
    expect((await gateway.api('POST', '/auth/refresh')).status).toBe(401);
    expect((await gateway.api('POST', '/auth/refresh', { body: {} })).status).toBe(401);
  });

  it('with a cookie that is worth nothing any more takes it away', async () => {
    const answer = await gateway.api('POST', '/auth/refresh', { headers: { cookie: 'parley_refresh=stale' } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('set-cookie')).toMatch(/^parley_refresh=; .*Expires=Thu, 01 Jan 1970/);
  });
});

describe('calls that a page of another site makes a browser send', () => {
  it.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:8080.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('S44: are refused: %j', async (headers) => {
    const { cookie } = await registered('cookie');
    const refresh = await gateway.api('POST', '/auth/refresh', { headers: { ...headers, cookie: sent(cookie) } });
    expect(refresh.status).toBe(403);
    expect((await register('cookie', headers)).status).toBe(403);
    // A token in the body is not something that a browser adds by itself.
    expect((await register('token', headers)).status).toBe(201);
  });

  it('are told from those of our own pages', async () => {
    const own = { origin: gateway.world.origin, 'sec-fetch-site': 'same-origin' };
    const cookie = sent((await register('cookie', own)).headers.get('set-cookie') ?? '');
    const headers = { ...own, cookie };
    expect((await gateway.api('POST', '/auth/refresh', { headers })).status).toBe(200);
  });
});

describe('signing out', () => {
  it('ends the session at once, takes the cookie away and tells the gateways', async () => {
    const { grant } = await registered('cookie');
    const answer = await gateway.api('POST', '/auth/logout', { as: grant.accessToken });
    expect(answer.status).toBe(204);
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('set-cookie')).toMatch(/^parley_refresh=; /);
    expect((await gateway.api('GET', '/users/me', { as: grant.accessToken })).status).toBe(401);
    await eventually(() => {
      expect(gateway.told.at(-1)).toMatchObject({ type: 'sessionEnded', reason: 'logged_out' });
    });
  });

  it('elsewhere is heard of within two seconds', async () => {
    const userId = gateway.world.person('Bob');
    const sessionId = '0190f5fe-7c00-7a00-8abc-000000000001';
    const token = await gateway.world.token(userId, { sessionId });
    expect((await gateway.api('GET', '/users/me', { as: token })).status).toBe(200);
    gateway.world.endSession(sessionId);
    await eventually(async () => {
      expect((await gateway.api('GET', '/users/me', { as: token })).status).toBe(401);
    }, 5_000);
  });
});

describe('limits by network address', () => {
  const login = (headers: Record<string, string> = {}) =>
    gateway.api('POST', '/auth/login', { body: { email: 'x@example.org', password: 'wrong' }, headers });

  it('S11, S41: are told, hold, and are not got round by a forged header', async () => {
    const first = await login();
    expect(first.status).toBe(401);
    expect(first.headers.get('ratelimit-policy')).toBe('"login";q=5;w=60');
    expect(first.headers.get('ratelimit')).toBe('"login";r=4;t=60');
    for (let i = 0; i < 4; i++) await login({ 'x-forwarded-for': `10.0.0.${i}` });
    const refused = await login({ 'x-forwarded-for': '10.9.9.9' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(await refused.json()).toMatchObject({ code: 'rate_limited' });
  });

  it('S42: hold for registrations too', async () => {
    const strict = await startTestGateway({ REGISTRATIONS_PER_HOUR: '2' });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) {
      const body = { email: `many${i}@example.org`, password: 'correct horse', displayName: 'Many', session: 'token' };
      statuses.push((await strict.api('POST', '/auth/register', { body })).status);
    }
    await strict.close();
    expect(statuses).toEqual([201, 201, 429]);
  });
});
