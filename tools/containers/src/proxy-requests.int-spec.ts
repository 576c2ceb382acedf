import { ProblemSchema } from '@parley/contracts';
import { Edge } from './edge.fixture';
import { findOrInstall } from './program.fixture';

const haproxy = await findOrInstall('haproxy');

describe('the proxy', () => {
  if (haproxy === undefined) {
    it.skip('could not be checked: there is no HAProxy on this machine', () => undefined);
    return;
  }

  let edge: Edge;
  beforeEach(async () => {
    edge = await Edge.open(haproxy);
  });
  afterEach(() => edge.close());

  it('sends each path where it belongs, with its query', async () => {
    await edge.serve('api-gateway');
    await edge.serve('realtime-gateway');
    await edge.serve('web');
    for (const path of ['/api/v1/users/me?x=1', '/api', '/.well-known/jwks.json', '/health/live'])
      expect(await edge.instanceFor(path)).toBe('api-gateway-1');
    for (const path of ['/socket.io/?EIO=4', '/socket.io'])
      expect(await edge.instanceFor(path)).toBe('realtime-gateway-1');
    for (const path of ['/', '/rooms/1', '/apiary', '/healthy', '/socket.iox', '/%61pi/x'])
      expect(await edge.instanceFor(path)).toBe('web-1');
    const answer = await fetch(`${edge.origin}/api/v1/users?query=a%20b`, { method: 'POST', body: 'x' });
    expect(await answer.json()).toEqual({ name: 'api-gateway-1', method: 'POST', url: '/api/v1/users?query=a%20b' });
  });

  it('says who the client is, and lets nobody claim to be another', async () => {
    const [api] = await edge.serve('api-gateway');
    await fetch(`${edge.origin}/api/x`, {
      headers: {
        'x-forwarded-for': '6.6.6.6',
        'x-real-ip': '6.6.6.6',
        forwarded: 'for=6.6.6.6',
        'x-forwarded-proto': 'https',
        'x-forwarded-port': '6',
      },
    });
    const headers = api?.requests[0]?.headers;
    expect(headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': `127.0.0.1:${edge.port}`,
    });
    expect(headers).not.toHaveProperty('x-forwarded-port');
    expect(JSON.stringify(headers)).not.toContain('6.6.6.6');
  });

  it('gives every request an id: the caller’s where it has the right form', async () => {
    const [api] = await edge.serve('api-gateway');
    for (const [given, kept] of [
      ['abcdefgh-1', true],
      ['no way', false],
      ['short', false],
    ] as const) {
      const answer = await fetch(`${edge.origin}/api/x`, { headers: { 'x-request-id': given } });
      const id = answer.headers.get('x-request-id') ?? '';
      expect(id === given).toBe(kept);
      expect(id).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
      expect(api?.requests.at(-1)?.headers['x-request-id']).toBe(id);
    }
  });

  it('answers "unavailable" in the words of the contract while there is no api-gateway', async () => {
    const answer = await fetch(`${edge.origin}/api/v1/users/me`, { headers: { 'x-request-id': 'abcdefgh-1' } });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'retry-after': '1',
      'x-request-id': 'abcdefgh-1',
    });
    expect(ProblemSchema.parse(await answer.json())).toMatchObject({
      code: 'unavailable',
      status: 503,
      requestId: 'abcdefgh-1',
    });
  });

  it('answers "unavailable" too where one breaks off, and in plain words where there are no pages', async () => {
    const [api] = await edge.serve('api-gateway');
    if (api !== undefined) api.behaviour = ({ socket }) => void socket.destroy();
    const answer = await fetch(`${edge.origin}/api/x`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(503);
    expect(ProblemSchema.parse(await answer.json())).toMatchObject({ code: 'unavailable' });
    const page = await fetch(`${edge.origin}/rooms/1`);
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('not running right now');
  });

  it('asks another instance only for what may be asked twice', async () => {
    const instances = await edge.serve('api-gateway', 2);
    for (const instance of instances) instance.behaviour = ({ socket }) => void socket.destroy();
    // On a connection that was used before, the proxy closes rather than answers: the client's own rules say whether to repeat.
    const ask = (method: string): Promise<unknown> => fetch(`${edge.origin}/api/x`, { method }).catch(() => null);
    await ask('POST');
    expect(instances.flatMap(({ requests }) => requests)).toHaveLength(1);
    await ask('GET');
    expect(
      instances.flatMap(({ requests }) => requests.filter(({ method }) => method === 'GET')).length,
    ).toBeGreaterThan(1);
  });

  it('logs a line of JSON for each request, without the query', async () => {
    await edge.serve('api-gateway');
    await fetch(`${edge.origin}/api/v1/"x"?token=secret`, { headers: { 'x-request-id': 'abcdefgh-1' } });
    const line = await edge.soon(() => {
      const found = edge.log.find((line) => line.includes('abcdefgh-1'));
      if (found === undefined) throw new Error('not logged yet');
      return found;
    });
    expect(JSON.parse(line)).toMatchObject({
      level: 'info',
      service: 'proxy',
      requestId: 'abcdefgh-1',
      method: 'GET',
      path: '/api/v1/%22x%22',
      status: 200,
    });
    expect(new Date((JSON.parse(line) as { time: string }).time).getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(edge.log.join('\n')).not.toContain('secret');
  });
});
