import { request as httpRequest, type IncomingMessage } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { Fronts, read } from './front.fixture';
import { anEcho, aSlowOne } from './upstream.fixture';

describe('the front, for the API', () => {
  const fronts = new Fronts();
  afterEach(() => fronts.close());

  it.each(['/api/v1/users/me?x=1', '/.well-known/jwks.json', '/health/ready'])(
    'passes %s on and its answer back',
    async (path) => {
      const api = await fronts.keep(anEcho());
      const origin = await fronts.front({ apiPort: api.port });
      const response = await fetch(`${origin}${path}`, {
        method: 'POST',
        body: '{"a":1}',
        headers: { authorization: 'Bearer t' },
      });
      expect(response.status).toBe(201);
      expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
      expect(response.headers.get('x-answer')).toBe('yes');
      expect(await response.json()).toEqual({ method: 'POST', url: path, body: '{"a":1}' });
      expect(api.requests[0]?.headers).toMatchObject({ authorization: 'Bearer t' });
    },
  );

  it('keeps a body of unknown length whole, whatever the method', async () => {
    const api = await fronts.keep(anEcho());
    const origin = await fronts.front({ apiPort: api.port });
    const request = httpRequest(`${origin}/api/v1/x`, {
      method: 'DELETE',
      headers: { 'transfer-encoding': 'chunked' },
    });
    const answer = new Promise<IncomingMessage>((resolve) => request.on('response', resolve));
    request.write('first,');
    request.end('last');
    expect(JSON.parse(await read(await answer))).toMatchObject({ body: 'first,last' });
  });

  it('says who the client is, and lets nobody claim to be another', async () => {
    const api = await fronts.keep(anEcho());
    const origin = await fronts.front({ apiPort: api.port });
    await fetch(`${origin}/api/x`, {
      headers: {
        'x-forwarded-for': '6.6.6.6',
        'x-real-ip': '6.6.6.6',
        forwarded: 'for=6.6.6.6',
        'x-forwarded-proto': 'https',
      },
    });
    const { headers } = api.requests[0] ?? {};
    expect(headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': origin.slice(7),
    });
    expect(JSON.stringify(headers)).not.toContain('6.6.6.6');
  });

  it('keeps what concerns one connection only to that connection', async () => {
    const api = await fronts.keep(anEcho());
    const origin = await fronts.front({ apiPort: api.port });
    const answer = await new Promise<IncomingMessage>((resolve) => {
      httpRequest(
        `${origin}/api/x`,
        { headers: { connection: 'close, x-mine', 'x-mine': '1', te: 'trailers' } },
        resolve,
      ).end();
    });
    expect(api.requests[0]?.headers).not.toHaveProperty('x-mine');
    expect(api.requests[0]?.headers).not.toHaveProperty('te');
    expect(answer.headers).not.toHaveProperty('x-internal');
    answer.resume();
  });

  it('does not mind a client that goes away before the answer', async () => {
    const api = await fronts.keep(aSlowOne());
    const origin = await fronts.front({ apiPort: api.port });
    const answered = async (count: number): Promise<string> => {
      const response = fetch(`${origin}/api/v1/x`);
      while (api.requests.length < count) await setImmediate();
      api.answer();
      return (await response).text();
    };
    // The second request goes by a connection that was kept, and would be sent again if that had broken.
    expect(await answered(1)).toBe('late');
    const request = httpRequest(`${origin}/api/v1/x`).on('error', () => undefined);
    request.end();
    while (api.requests.length < 2) await setImmediate();
    request.destroy();
    expect(await answered(3)).toBe('late');
    expect(api.requests).toHaveLength(3);
  });

  it('keeps a connection for longer than clients do', async () => {
    const api = await fronts.keep(anEcho());
    const { headers } = await fetch(`${await fronts.front({ apiPort: api.port })}/api/x`);
    expect(headers.get('keep-alive')).toBe('timeout=75');
  });

  it('answers "unavailable" in the words of the contract when it is down', async () => {
    const origin = await fronts.front();
    const response = await fetch(`${origin}/api/v1/users/me`, { headers: { 'x-request-id': 'abcdefgh-1' } });
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('x-request-id')).toBe('abcdefgh-1');
    expect(await response.json()).toMatchObject({ code: 'unavailable', status: 503, requestId: 'abcdefgh-1' });
  });
});
