import { aPerson, Api, problemOf, type Person } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { system } from '../support/system';

const places = system();
const stranger = new Api(places.origin);
let ana: Person;

beforeAll(async () => {
  ana = await aPerson(places, { name: 'Ana' });
});

describe('errors', () => {
  it('are problems with a code, also where no route is', async () => {
    const answer = await ana.api.get('/nothing/here');
    expect(problemOf(answer)).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('tell who is not signed in', async () => {
    for (const api of [stranger, new Api(places.origin, 'not.a.token'), new Api(places.origin, '')]) {
      expect(problemOf(await api.get('/users/me'))).toMatchObject({ status: 401, code: 'unauthenticated' });
    }
  });

  it('name each wrong field', async () => {
    const problem = problemOf(await ana.api.patch('/users/me', { displayName: '', bio: 7, surprise: true }));
    expect(problem.code).toBe('validation_failed');
    expect(problem.errors?.map(({ path }) => path)).toEqual(expect.arrayContaining(['displayName', 'bio']));
  });

  it('S26: meet a body that is not JSON, of another type, too large or too deep', async () => {
    const path = '/chatrooms';
    expect(problemOf(await ana.api.call('POST', path, { raw: '{"kind":' }))).toMatchObject({
      code: 'validation_failed',
    });
    const form = { raw: 'kind=direct', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    expect(problemOf(await ana.api.call('POST', path, form))).toMatchObject({
      status: 415,
      code: 'unsupported_media_type',
    });
    for (let kib = 257; kib < 900; kib += 64) {
      const large = { raw: JSON.stringify({ kind: 'group', title: 'x'.repeat(kib * 1024), memberIds: [] }) };
      expect(problemOf(await ana.api.call('POST', path, large))).toMatchObject({
        status: 413,
        code: 'payload_too_large',
      });
    }
    const deep = { raw: '['.repeat(10_000) + ']'.repeat(10_000) };
    expect(problemOf(await ana.api.call('POST', path, deep))).toMatchObject({ code: 'validation_failed' });
  });

  it('S19, S26: meet identifiers, cursors and limits that are none', async () => {
    for (const path of [
      '/chatrooms/null',
      '/chatrooms/undefined',
      '/users/1',
      '/chatrooms?limit=0',
      '/chatrooms?limit=1000000000',
      '/chatrooms?cursor=%00',
      '/matches?cursor=-1',
      '/users?cursor=abc',
    ]) {
      expect({ path, code: problemOf(await ana.api.get(path)).code }).toEqual({ path, code: 'validation_failed' });
    }
    expect(problemOf(await ana.api.get(`/users/${randomUUID()}`)).code).toBe('not_found');
  });

  it('S21: guard a path however it is written', async () => {
    for (const path of ['/users/me/', '//users/me', '/USERS/me', '/users//me', '/users/./me']) {
      expect((await stranger.get(path)).status).toBeGreaterThanOrEqual(401);
    }
  });
});

describe('every response', () => {
  it('carries a request id: the caller’s where it has the right form', async () => {
    const own = await ana.api.get('/users/me', { headers: { 'x-request-id': 'my-request_0001' } });
    expect(own.headers.get('x-request-id')).toBe('my-request_0001');
    for (const bad of ['short', 'with spaces in it', 'x'.repeat(65)]) {
      const made = (await ana.api.get('/users/me', { headers: { 'x-request-id': bad } })).headers.get('x-request-id');
      expect(made).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
      expect(made).not.toBe(bad);
    }
    const failed = await stranger.get('/users/me');
    expect(problemOf(failed).requestId).toBe(failed.headers.get('x-request-id'));
  });

  it('S20: with personal content is stored by nobody', async () => {
    for (const path of ['/users/me', '/chatrooms', '/matches', '/auth/sessions']) {
      expect((await ana.api.get(path)).headers.get('cache-control')).toContain('no-store');
    }
  });

  it('has ids, times and names as the contract writes them', async () => {
    const { body } = await ana.api.get<Record<string, unknown>>('/users/me');
    expect(body['id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(body['createdAt']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});

describe('what operators ask', () => {
  it('is answered without a token', async () => {
    expect((await stranger.get('/health/live')).status).toBe(200);
    expect((await stranger.get('/health/ready')).status).toBe(200);
    const { body } = await stranger.get<{ keys: { kty: string; d?: string }[] }>('/.well-known/jwks.json');
    expect(body.keys.length).toBeGreaterThan(0);
    for (const key of body.keys) expect(key).toMatchObject({ kty: 'OKP' });
    expect(body.keys.some((key) => 'd' in key)).toBe(false);
  });
});
