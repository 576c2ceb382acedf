import { request as rawRequest } from 'node:http';
import { connect } from 'node:net';
import { ProblemSchema } from '@parley/contracts';
import { startTestGateway, type TestGateway } from './gateway.fixture';

let gateway: TestGateway;
let alice: string;
beforeAll(async () => {
  gateway = await startTestGateway();
  alice = await gateway.world.token(gateway.world.person('Alice'));
});
afterAll(() => gateway.close());

/** The problem in an answer, which has to be one whole and true. */
async function problemOf(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = ProblemSchema.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  expect(problem.requestId).toBe(answer.headers.get('x-request-id'));
  expect(answer.headers.get('cache-control')).toBe('no-store');
  return problem;
}

/** Sends bytes as they are and answers what comes back. */
function raw(text: string): Promise<string> {
  const { port } = new URL(gateway.origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('every error is a problem of the contract', () => {
  it.each([
    ['an address that is none', 'GET', '/nothing/here', 404, 'not_found'],
    ['a method that the address does not have', 'DELETE', '/users/me', 404, 'not_found'],
    ['preflight of a foreign page', 'OPTIONS', '/users/me', 404, 'not_found'],
    ['an id that is none', 'GET', '/chatrooms/null', 400, 'validation_failed'],
    ['a page of a billion', 'GET', '/chatrooms?limit=1000000000', 400, 'validation_failed'],
    ['a negative page', 'GET', '/chatrooms?limit=-1', 400, 'validation_failed'],
    ['a parameter given twice', 'GET', '/chatrooms?limit=1&limit=2', 400, 'validation_failed'],
    ['a search of 10,000 characters', 'GET', `/messages/search?q=${'x'.repeat(10_000)}`, 400, 'validation_failed'],
    ['a broken escape', 'GET', '/users/%E0%A4%A', 400, 'validation_failed'],
    ['a room that nobody knows', 'GET', '/chatrooms/0190f5fe-7c00-7a00-8abc-012345678901', 404, 'not_found'],
  ])('S20, S26: %s is answered by a problem that nobody stores', async (_, method, path, status, code) => {
    const problem = await problemOf(await gateway.api(method, path, { as: alice }));
    expect(problem).toMatchObject({ status, code });
  });

  it.each([
    ['broken JSON', '{"text":', 'application/json', 400, 'validation_failed'],
    ['another content type', 'displayName=A', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
    ['plain text', 'hello', 'text/plain', 415, 'unsupported_media_type'],
    [
      'a body beyond 256 KiB',
      JSON.stringify({ bio: 'x'.repeat(256 * 1024) }),
      'application/json',
      413,
      'payload_too_large',
    ],
    ['a field that is not known', '{"role":"admin"}', 'application/json', 400, 'validation_failed'],
    ['a list where text belongs', '{"displayName":["A"]}', 'application/json', 400, 'validation_failed'],
    ['__proto__ in a body', '{"__proto__":{"isAdmin":true}}', 'application/json', 400, 'validation_failed'],
    [
      'constructor in a body',
      '{"constructor":{"prototype":{"isAdmin":true}}}',
      'application/json',
      400,
      'validation_failed',
    ],
    ['10,000 levels', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'application/json', 400, 'validation_failed'],
    ['33 levels', `{"languages":${'['.repeat(32)}${']'.repeat(32)}}`, 'application/json', 400, 'validation_failed'],
    ['no body', '', 'application/json', 400, 'validation_failed'],
  ])('S25, S26: %s is refused, and pollutes nothing', async (_, body, type, status, code) => {
    const answer = await fetch(`${gateway.origin}/api/v1/users/me`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${alice}`, 'content-type': type },
      body,
    });
    expect(await problemOf(answer)).toMatchObject({ status, code });
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });

  it('a body where none belongs', async () => {
    const answer = await gateway.api('POST', '/auth/logout', { as: alice, body: { everywhere: true } });
    expect(await problemOf(answer)).toMatchObject({ status: 400, errors: [{ path: '', message: expect.any(String) }] });
  });

  it('names each wrong place', async () => {
    const body = { teaches: [{ skill: 'Spanish', level: 'godlike' }], learns: 'all' };
    const problem = await problemOf(await gateway.api('PUT', '/users/me/skills', { as: alice, body }));
    expect(problem.errors?.map(({ path }) => path)).toEqual(['teaches.0.level', 'learns']);
  });

  it('says of a search that is too long what it may have', async () => {
    const path = `/messages/search?q=${'é'.repeat(201)}`;
    const problem = await problemOf(await gateway.api('GET', path, { as: alice }));
    expect(problem).toMatchObject({
      status: 400,
      errors: [{ path: 'q', message: 'must have at most 200 characters' }],
    });
  });

  it('a service that does not answer, within the deadline', async () => {
    const problem = await problemOf(await gateway.api('GET', '/matches', { as: alice }));
    expect(problem).toMatchObject({ status: 503, code: 'unavailable' });
  });

  it('S24: what is not HTTP ends the connection, not the process', async () => {
    expect(await raw('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect((await fetch(`${gateway.origin}/health/live`)).status).toBe(200);
  });
});

describe('ids of requests', () => {
  it("keeps the caller's where it is well-formed", async () => {
    const answer = await gateway.api('GET', '/users/me', {
      as: alice,
      headers: { 'x-request-id': 'from-the-caller_1' },
    });
    expect(answer.headers.get('x-request-id')).toBe('from-the-caller_1');
  });

  it.each(['short', 'x'.repeat(65), 'has spaces in it', 'evil"injection'])('makes one instead of %j', async (given) => {
    const answer = await gateway.api('GET', '/users/me', { as: alice, headers: { 'x-request-id': given } });
    expect(answer.headers.get('x-request-id')).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
    expect(answer.headers.get('x-request-id')).not.toBe(given);
  });
});

describe('the guard', () => {
  it.each([
    '//api/v1/users/me',
    '/api/v1/users/me/',
    '/api//v1/users/me',
    '/API/v1/users/me',
    '/api/v1/Users/Me',
    '/api/v1/./users/me',
  ])('S21: is not got round by %s', async (path) => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const { port } = new URL(gateway.origin);
      rawRequest({ host: '127.0.0.1', port, path }, ({ statusCode }) => resolve(statusCode))
        .on('error', reject)
        .end();
    });
    expect([401, 404]).toContain(status);
  });

  it('asks for a token', async () => {
    const answer = await gateway.api('GET', '/users/me');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await problemOf(answer)).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  it('asks before it looks at the input', async () => {
    const problem = await problemOf(await gateway.api('PATCH', '/users/me', { body: { nonsense: true } }));
    expect(problem.code).toBe('unauthenticated');
  });

  it('answers what is open without a token', async () => {
    const keys = await fetch(`${gateway.origin}/.well-known/jwks.json`);
    expect(await keys.json()).toEqual({ keys: [expect.objectContaining({ kty: 'OKP', kid: 'first' })] });
    expect(keys.headers.get('cache-control')).toBe('public, max-age=300');
    expect((await fetch(`${gateway.origin}/health/live`)).status).toBe(200);
    expect((await fetch(`${gateway.origin}/health/ready`)).status).toBe(503);
  });
});

it('S46: logs no token, no cookie and no text of anybody', async () => {
  await gateway.api('PATCH', '/users/me', { as: alice, body: { bio: 'a nonce of 81723', nonsense: 1 } });
  const logged = JSON.stringify(gateway.logged());
  expect(logged).not.toContain(alice);
  expect(logged).not.toContain('81723');
});
