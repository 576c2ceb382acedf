import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { staticSite, type StaticSiteOptions } from './static-site';

describe('the built web app', () => {
  let directory: string;
  const servers: Server[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-site-'));
    await mkdir(join(directory, 'media'));
    await writeFile(join(directory, 'index.html'), '<!doctype html><title>Parley</title>');
    await writeFile(join(directory, 'main-4F2K7QXA.js'), 'console.log("plain")');
    await writeFile(join(directory, 'main-4F2K7QXA.js.br'), brotliCompressSync('console.log("small")'));
    await writeFile(join(directory, 'media', 'literata-Bx3_kP0a.woff2'), 'a font');
    await writeFile(join(directory, 'icon-maskable.svg'), '<svg/>');
  });
  afterAll(() => rm(directory, { recursive: true }));
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await once(server.close(), 'close');
    }
  });

  /** Serves it on a free port. */
  async function served(options: Partial<StaticSiteOptions> = {}): Promise<string> {
    const defaults = { directory, publicOrigin: 'https://parley.example' };
    const server = createServer(staticSite({ ...defaults, ...options })).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  it.each(['/', '/rooms/0192'])('answers %s with its one page, to be asked for again each time', async (path) => {
    const response = await fetch(`${await served()}${path}`);
    expect(await response.text()).toContain('<title>Parley</title>');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('has files that never change kept for ever, and sent compressed where the client can', async () => {
    const origin = await served();
    const compressed = await fetch(`${origin}/main-4F2K7QXA.js`, { headers: { 'accept-encoding': 'br' } });
    expect(await compressed.text()).toContain('small');
    expect(compressed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const plain = await fetch(`${origin}/main-4F2K7QXA.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(await plain.text()).toContain('plain');
    const font = await fetch(`${origin}/media/literata-Bx3_kP0a.woff2`);
    expect(font.headers.get('cache-control')).toContain('immutable');
    // Its name ends like a hash, and stays the same when it changes.
    expect((await fetch(`${origin}/icon-maskable.svg`)).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/main-AAAAAAAA.js', '/..%2f..%2fetc/passwd.txt', '/media/%2e%2e/%2e%2e/x.txt'])(
    'has nothing at %s',
    async (path) => {
      expect((await fetch(`${await served()}${path}`)).status).toBe(404);
    },
  );

  it('can only be read', async () => {
    const response = await fetch(await served(), { method: 'POST', body: 'x' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('says so when it is not built', async () => {
    const response = await fetch(await served({ directory: join(directory, 'absent') }));
    expect([response.status, await response.text()]).toEqual([404, 'The web app is not built.\n']);
  });
});
