import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { Fronts } from './front.fixture';
import { aGateway, anEcho } from './upstream.fixture';

describe('the front, for the web app', () => {
  const webDir = mkdtempSync(join(tmpdir(), 'parley-web-'));
  const web = { directory: webDir };
  const fronts = new Fronts();

  beforeAll(() => {
    writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Parley</title>');
    writeFileSync(join(webDir, 'main-4F2K7QXA.js'), 'console.log("plain")');
    writeFileSync(join(webDir, 'main-4F2K7QXA.js.br'), brotliCompressSync('console.log("small")'));
    mkdirSync(join(webDir, 'media'));
    writeFileSync(join(webDir, 'icon-maskable.svg'), '<svg/>');
    writeFileSync(join(webDir, 'media', 'literata-Bx3_kP0a.woff2'), 'font');
  });
  afterEach(() => fronts.close());
  afterAll(() => rmSync(webDir, { recursive: true, force: true }));

  it.each(['/', '/rooms/0192', '/apiary'])('answers %s with the app', async (path) => {
    const response = await fetch(`${await fronts.front({ web })}${path}`);
    expect(await response.text()).toContain('<title>Parley</title>');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('lets no script run that it did not serve, and nobody frame it', async () => {
    const policy = (await fetch(await fronts.front({ web }))).headers.get('content-security-policy') ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1];
    expect(scripts).toBe(`'self'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).toMatch(/connect-src 'self' ws:\/\/localhost:\d+;/);
  });

  it('serves hashed files for ever, compressed where the client can', async () => {
    const origin = await fronts.front({ web });
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
      expect((await fetch(`${await fronts.front({ web })}${path}`)).status).toBe(404);
    },
  );

  it('can only be read', async () => {
    expect((await fetch(await fronts.front({ web }), { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('says so when it is not built', async () => {
    const response = await fetch(await fronts.front({ web: { directory: join(webDir, 'absent') } }));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('not built');
  });

  it('passes pages and their sockets on to a development server', async () => {
    const [pages, live] = [await fronts.keep(anEcho()), await fronts.keep(aGateway('live'))];
    const byPages = await fronts.front({ web: { port: pages.port } });
    expect(await (await fetch(`${byPages}/rooms?x=1`)).json()).toMatchObject({ url: '/rooms?x=1' });
    expect(
      (await fronts.connect(await fronts.front({ web: { port: live.port } }), '/?token=1')).answer.statusCode,
    ).toBe(101);
  });

  it('leads to its one origin by every name of the loopback address', async () => {
    const { port } = new URL(await fronts.front({ web }));
    const [named, otherwise] = [`http://localhost:${port}/rooms?x=1`, `http://127.0.0.1:${port}/rooms?x=1`];
    const answer = await fetch(otherwise, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([307, named]);
    for (const address of [named, otherwise]) {
      const { status, url } = await fetch(address);
      expect([status, url]).toEqual([200, named]);
    }
  });

  it('goes by whatever name it is called where its origin is another machine’s', async () => {
    const origin = await fronts.front({ web, publicOrigin: 'https://chat.example.org' });
    expect((await fetch(origin, { redirect: 'manual' })).status).toBe(200);
  });

  it('tells that its port is taken, and leaves nothing listening', async () => {
    const api = await fronts.keep(anEcho());
    await expect(fronts.front({ port: api.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
