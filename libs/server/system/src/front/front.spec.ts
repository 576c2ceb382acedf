import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { brotliCompressSync } from 'node:zlib';
import { freePort } from '@parley/server-embedded';
import { startFront, type Front, type FrontOptions } from './front';
import { aGateway, anEcho, aRefusal, type Upstream } from './upstream.fixture';

const webDir = mkdtempSync(join(tmpdir(), 'parley-web-'));
const open: { stop(): Promise<void> }[] = [];
const opened: Upstream[] = [];

async function keep(upstream: Promise<Upstream>): Promise<Upstream> {
  opened.push(await upstream);
  return upstream;
}

async function aFront(options: Partial<FrontOptions> = {}): Promise<string> {
  const port = await freePort();
  const front: Front = await startFront({
    ...{ port, publicOrigin: `http://localhost:${port}`, webDir, gateways: [], apiPort: await freePort() },
    ...options,
  });
  open.push(front);
  return `http://127.0.0.1:${port}`;
}

function gateway(name: string, port: number): { name: string; port: number; opsPort: number } {
  return { name, port, opsPort: 1 };
}

/** Opens a WebSocket by hand: the answer to the handshake and, when accepted, the connection. */
async function connect(
  origin: string,
  path = '/socket.io/?EIO=4',
): Promise<{ answer: IncomingMessage; socket: Socket | null }> {
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'x-forwarded-for': '6.6.6.6',
    'x-request-id': 'handshake-1',
  };
  const request = httpRequest(`${origin}${path}`, { headers });
  const { promise, resolve, reject } = Promise.withResolvers<{ answer: IncomingMessage; socket: Socket | null }>();
  request.on('upgrade', (answer, socket, head) => {
    socket.unshift(head);
    open.push({ stop: () => Promise.resolve(void socket.destroy()) });
    resolve({ answer, socket });
  });
  request.on('response', (answer) => resolve({ answer, socket: null }));
  request.on('error', reject);
  request.end();
  return promise;
}

async function read(stream: Readable, length = Infinity): Promise<string> {
  let text = '';
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (text.length >= length) break;
  }
  return text;
}

describe('the front', () => {
  beforeAll(() => {
    writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Parley</title>');
    writeFileSync(join(webDir, 'main-4F2K7QXA.js'), 'console.log("plain")');
    writeFileSync(join(webDir, 'main-4F2K7QXA.js.br'), brotliCompressSync('console.log("small")'));
    mkdirSync(join(webDir, 'media'));
    writeFileSync(join(webDir, 'icon-maskable.svg'), '<svg/>');
    writeFileSync(join(webDir, 'media', 'literata-Bx3_kP0a.woff2'), 'font');
  });
  afterAll(() => rmSync(webDir, { recursive: true, force: true }));
  afterEach(async () => {
    for (const one of open.splice(0)) await one.stop();
    for (const upstream of opened.splice(0)) await upstream.close();
  });

  describe('for the API', () => {
    it.each(['/api/v1/users/me?x=1', '/.well-known/jwks.json', '/health/ready'])(
      'passes %s on and its answer back',
      async (path) => {
        const api = await keep(anEcho());
        const origin = await aFront({ apiPort: api.port });
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
      const api = await keep(anEcho());
      const origin = await aFront({ apiPort: api.port });
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
      const api = await keep(anEcho());
      const origin = await aFront({ apiPort: api.port });
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
      const api = await keep(anEcho());
      const origin = await aFront({ apiPort: api.port });
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

    it('answers "unavailable" in the words of the contract when it is down', async () => {
      const origin = await aFront();
      const response = await fetch(`${origin}/api/v1/users/me`, { headers: { 'x-request-id': 'abcdefgh-1' } });
      expect(response.status).toBe(503);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(response.headers.get('x-request-id')).toBe('abcdefgh-1');
      expect(await response.json()).toMatchObject({ code: 'unavailable', status: 503, requestId: 'abcdefgh-1' });
    });
  });

  describe('for the web app', () => {
    it.each(['/', '/rooms/0192', '/apiary'])('answers %s with the app', async (path) => {
      const response = await fetch(`${await aFront()}${path}`);
      expect(await response.text()).toContain('<title>Parley</title>');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    });

    it('lets no script run that it did not serve, and nobody frame it', async () => {
      const policy = (await fetch(await aFront())).headers.get('content-security-policy') ?? '';
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1];
      expect(scripts).toBe(`'self'`);
      expect(policy).toContain(`frame-ancestors 'none'`);
      expect(policy).toMatch(/connect-src 'self' ws:\/\/localhost:\d+;/);
    });

    it('serves hashed files for ever, compressed where the client can', async () => {
      const origin = await aFront();
      const compressed = await fetch(`${origin}/main-4F2K7QXA.js`, { headers: { 'accept-encoding': 'br' } });
      expect(await compressed.text()).toContain('small');
      expect(compressed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const plain = await fetch(`${origin}/main-4F2K7QXA.js`, { headers: { 'accept-encoding': 'identity' } });
      expect(await plain.text()).toContain('plain');
      const logo = await fetch(`${origin}/icon-maskable.svg`);
      expect(logo.headers.get('cache-control')).toBe('no-cache');
      const font = await fetch(`${origin}/media/literata-Bx3_kP0a.woff2`);
      expect(font.headers.get('cache-control')).toContain('immutable');
      expect(logo.headers.get('x-content-type-options')).toBe('nosniff');
    });

    it.each(['/main-AAAAAAAA.js', '/..%2f..%2fetc/passwd.txt', '/media/%2e%2e/%2e%2e/x.txt'])(
      'has nothing at %s',
      async (path) => {
        expect((await fetch(`${await aFront()}${path}`)).status).toBe(404);
      },
    );

    it('can only be read', async () => {
      expect((await fetch(await aFront(), { method: 'POST', body: 'x' })).status).toBe(405);
    });

    it('says so when it is not built', async () => {
      const response = await fetch(await aFront({ webDir: join(webDir, 'absent') }));
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('not built');
    });
  });

  describe('for sockets', () => {
    it('carries a connection both ways', async () => {
      const one = await keep(aGateway('one'));
      const origin = await aFront({ gateways: [gateway('one', one.port)] });
      const { answer, socket } = await connect(origin);
      expect(answer.headers['x-gateway']).toBe('one');
      if (socket === null) throw new Error('it should be open');
      expect(await read(socket, 5)).toBe('hello');
      socket.write('parley');
      expect(await read(socket, 6)).toBe('PARLEY');
      expect(one.requests[0]?.headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', upgrade: 'websocket' });
    });

    it('gives each connection to the gateway with the fewest', async () => {
      const names = ['one', 'two', 'three'];
      const gateways = await Promise.all(names.map(async (name) => gateway(name, (await keep(aGateway(name))).port)));
      const origin = await aFront({ gateways });
      const got: unknown[] = [];
      for (let count = 0; count < 6; count += 1) got.push((await connect(origin)).answer.headers['x-gateway']);
      expect(got.toSorted()).toEqual(['one', 'one', 'three', 'three', 'two', 'two']);
    });

    it('passes over a gateway that is down', async () => {
      const up = await keep(aGateway('up'));
      const origin = await aFront({ gateways: [gateway('down', await freePort()), gateway('up', up.port)] });
      for (let count = 0; count < 3; count += 1) expect((await connect(origin)).answer.headers['x-gateway']).toBe('up');
    });

    it('closes the client when the gateway dies', async () => {
      const one = await aGateway('one');
      const { socket } = await connect(await aFront({ gateways: [gateway('one', one.port)] }));
      if (socket === null) throw new Error('it should be open');
      const closed = new Promise((resolve) => socket.resume().once('close', resolve));
      await one.close();
      await closed;
    });

    it('answers "unavailable" when none is up', async () => {
      const { answer } = await connect(await aFront({ gateways: [gateway('down', await freePort())] }));
      expect(answer.statusCode).toBe(503);
      expect(JSON.parse(await read(answer))).toMatchObject({ code: 'unavailable', requestId: 'handshake-1' });
    });

    it('passes a refusal on', async () => {
      const one = await keep(aRefusal());
      const { answer } = await connect(await aFront({ gateways: [gateway('one', one.port)] }));
      expect(answer.statusCode).toBe(403);
      expect(await read(answer)).toBe('not from there');
    });

    it('opens nothing elsewhere', async () => {
      const one = await keep(aGateway('one'));
      const { answer } = await connect(await aFront({ gateways: [gateway('one', one.port)] }), '/api/v1/users');
      expect(answer.statusCode).toBe(404);
      expect(one.requests).toHaveLength(0);
    });
  });

  it('answers by both names of the loopback address', async () => {
    const port = await freePort();
    open.push(await startFront({ port, publicOrigin: `http://localhost:${port}`, webDir, gateways: [], apiPort: 1 }));
    expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
  });

  it('tells that its port is taken, and leaves nothing listening', async () => {
    const api = await keep(anEcho());
    await expect(aFront({ port: api.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
