import { randomUUID } from 'node:crypto';
import { NewApiKeySchema, rest, scopes, type ErrorCode, type RestRoute, type Scope } from '@parley/contracts';
import { eventually } from '@parley/testing';
import { startTestGateway, type TestGateway } from '../gateway.fixture';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

const routes = Object.entries(rest).flatMap(([area, group]) =>
  Object.entries<RestRoute>(group).map(([name, route]) => ({ name: `${area}.${name}`, route })),
);

/** What becomes of a call of a route, whatever its input: which error, if any. */
async function outcome({ method, path }: RestRoute, token: string): Promise<ErrorCode | 'none'> {
  const place = path.replaceAll(/\{\w+\}/g, randomUUID());
  const answer = await gateway.api(method, place, { as: token, ...(method === 'GET' ? {} : { body: {} }) });
  if (answer.ok) return 'none';
  return ((await answer.json()) as { code: ErrorCode }).code;
}

const keyOf = (held: readonly Scope[]): string => gateway.world.apiKey(gateway.world.person('Bot'), held);

describe('over every route of the contracts', () => {
  it.each(routes)('$name is closed to a key without scopes', async ({ route }) => {
    expect(await outcome(route, keyOf([]))).toBe('forbidden');
  });

  it.each(routes)('$name is open to the scope that it names, and to no other', async ({ route }) => {
    for (const scope of scopes) {
      const code = await outcome(route, keyOf([scope]));
      if (scope === route.access) expect(['forbidden', 'unauthenticated']).not.toContain(code);
      else expect({ scope, code }).toEqual({ scope, code: 'forbidden' });
    }
    if (!scopes.some((scope) => scope === route.access)) expect(await outcome(route, keyOf(scopes))).toBe('forbidden');
  });

  it('a key that is unknown opens none', async () => {
    const unknown = `parley_${'x'.repeat(65)}`;
    for (const { name, route } of routes) {
      expect({ name, code: await outcome(route, unknown) }).toEqual({ name, code: 'unauthenticated' });
    }
  });
});

describe('one’s own keys', () => {
  it('are made, listed and deleted; the key is told once', async () => {
    const as = await gateway.world.token(gateway.world.person('Alice'));
    const body = { name: 'Bot', scopes: ['profile:read'] };
    const made = await gateway.api('POST', '/api-keys', { as, body });
    expect(made.status).toBe(201);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const { id, key, ...told } = NewApiKeySchema.strict().parse(await made.json());
    expect(told).toEqual({ ...body, expiresAt: null });

    const listed = await (await gateway.api('GET', '/api-keys', { as })).text();
    expect(JSON.parse(listed)).toMatchObject({ items: [{ id, name: 'Bot', lastUsedAt: null }] });
    expect(listed).not.toContain(key);

    expect((await gateway.api('GET', '/users/me', { as: key })).status).toBe(200);
    expect((await gateway.api('DELETE', `/api-keys/${id}`, { as })).status).toBe(204);
    // At once here, and told to the gateways that hold its sockets.
    expect((await gateway.api('GET', '/users/me', { as: key })).status).toBe(401);
    await eventually(() => {
      expect(gateway.told).toContainEqual({ type: 'sessionEnded', sessionId: id, reason: 'key_deleted' });
    });
  });

  it.each<[string, object]>([
    ['an unknown scope', { scopes: ['admin'] }],
    ['no name', { name: ' ' }],
    ['an end that is no time', { expiresAt: 'tomorrow' }],
    ['an unknown field', { userId: randomUUID() }],
  ])('are not made with %s', async (_, wrong) => {
    const as = await gateway.world.token(gateway.world.person('Alice'));
    const answer = await gateway.api('POST', '/api-keys', { as, body: { name: 'Bot', scopes: [], ...wrong } });
    expect(await answer.json()).toMatchObject({ code: 'validation_failed' });
  });
});

describe('a key that is over', () => {
  it('by being deleted elsewhere is refused within five seconds', async () => {
    const owner = gateway.world.person('Owner');
    const key = gateway.world.apiKey(owner, ['profile:read']);
    expect((await gateway.api('GET', '/users/me', { as: key })).status).toBe(200);
    gateway.world.deleteApiKey(owner, gateway.world.apiKeys.get(key)?.id ?? '');
    await eventually(async () => {
      expect((await gateway.api('GET', '/users/me', { as: key })).status).toBe(401);
    }, 5_000);
  });

  it('by its account being gone, of which nobody is told, as well', async () => {
    const key = keyOf(['profile:read']);
    expect((await gateway.api('GET', '/users/me', { as: key })).status).toBe(200);
    gateway.world.apiKeys.delete(key);
    await eventually(async () => {
      expect((await gateway.api('GET', '/users/me', { as: key })).status).toBe(401);
    }, 5_000);
  });
});

it('a busy key costs the users service a call every few seconds', async () => {
  const key = keyOf(['profile:read']);
  const verified = () => gateway.world.calls.filter((call) => call === 'users.verifyApiKey').length;
  const before = verified();
  for (let i = 0; i < 20; i++) await gateway.api('GET', '/users/me', { as: key });
  expect(verified() - before).toBeLessThan(5);
});
