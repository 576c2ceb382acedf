import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ProblemSchema } from '@parley/contracts';
import { freePort } from '@parley/server-embedded';
import { eventually } from '@parley/testing';
import { startInstance, type Instance } from './instance.fixture';
import { startNameServer, type NameServer } from './name-server.fixture';
import { findOrInstall } from './program.fixture';
import { handshake, startProxy, type Proxy } from './proxy.fixture';
import { inWorkspace } from './workspace';

const run = promisify(execFile);
const program = await findOrInstall('haproxy');

if (program === undefined) {
  it('could not be checked: there is no HAProxy on this machine', () => expect(program).toBeUndefined());
} else {
  describe('the configuration of the proxy', () => {
    const check = async (env: Readonly<Record<string, string>>): Promise<string> => {
      const { stdout, stderr } = await run(program, ['-c', '-V', '-f', inWorkspace('docker/haproxy/haproxy.cfg')], {
        env,
      });
      return `${stdout}${stderr}`;
    };

    it('is valid, without a warning', async () => {
      const said = await check({});
      expect(said).toContain('Configuration file is valid');
      expect(said).not.toMatch(/warning/i);
    });

    it('is valid with TLS', async () => {
      const openssl = await findOrInstall('openssl');
      if (openssl === undefined) return;
      const directory = await mkdtemp(join(tmpdir(), 'parley-tls-'));
      const [key, certificate] = [join(directory, 'key.pem'), join(directory, 'certificate.pem')];
      await run(openssl, [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-subj',
        '/CN=localhost',
        '-days',
        '2',
        '-keyout',
        key,
        '-out',
        certificate,
      ]);
      const both = join(directory, 'both.pem');
      await writeFile(both, (await readFile(certificate, 'utf8')) + (await readFile(key, 'utf8')));
      expect(await check({ TLS_LISTEN: ':8443', TLS_CERTIFICATE: both })).toContain('Configuration file is valid');
      await rm(directory, { recursive: true });
    });
  });

  describe('the proxy', () => {
    let names: NameServer;
    let proxy: Proxy;
    let servicePort: number;
    let started: Instance[];

    beforeEach(async () => {
      started = [];
      servicePort = await freePort();
      names = await startNameServer();
      proxy = await startProxy({ program, nameServerPort: names.port, servicePort });
    });
    afterEach(async () => {
      await proxy.stop();
      await Promise.all([...started.map((instance) => instance.close()), names.close()]);
    });

    /** Starts instances of a service and has its name lead to all of them. */
    async function serve(service: string, count = 1): Promise<Instance[]> {
      const first = started.length + 2;
      const instances = await Promise.all(
        Array.from({ length: count }, (_, index) =>
          startInstance(`${service}-${index + 1}`, `127.0.0.${first + index}`, servicePort),
        ),
      );
      started.push(...instances);
      names.names.set(
        service,
        instances.map(({ address }) => address),
      );
      const path =
        service === 'realtime-gateway' ? '/socket.io/probe' : service === 'api-gateway' ? '/api/probe' : '/probe';
      const seen = new Set<string | null>();
      await eventually(async () => {
        seen.add((await fetch(`${proxy.origin}${path}`)).headers.get('x-instance'));
        expect(seen.has(null) ? seen.size - 1 : seen.size).toBe(count);
      }, 15_000);
      for (const { requests } of instances) requests.length = 0;
      return instances;
    }

    const instanceFor = async (path: string): Promise<string | null> =>
      (await fetch(`${proxy.origin}${path}`)).headers.get('x-instance');

    it('sends each path where it belongs, with its query', async () => {
      await serve('api-gateway');
      await serve('realtime-gateway');
      await serve('web');
      for (const path of ['/api/v1/users/me?x=1', '/api', '/.well-known/jwks.json', '/health/live'])
        expect(await instanceFor(path)).toBe('api-gateway-1');
      for (const path of ['/socket.io/?EIO=4', '/socket.io'])
        expect(await instanceFor(path)).toBe('realtime-gateway-1');
      for (const path of ['/', '/rooms/1', '/apiary', '/healthy', '/socket.iox', '/%61pi/x'])
        expect(await instanceFor(path)).toBe('web-1');
      const answer = await fetch(`${proxy.origin}/api/v1/users?query=a%20b`, { method: 'POST', body: 'x' });
      expect(await answer.json()).toEqual({ name: 'api-gateway-1', method: 'POST', url: '/api/v1/users?query=a%20b' });
    });

    it('says who the client is, and lets nobody claim to be another', async () => {
      const [api] = await serve('api-gateway');
      await fetch(`${proxy.origin}/api/x`, {
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
        'x-forwarded-host': `127.0.0.1:${proxy.port}`,
      });
      expect(headers).not.toHaveProperty('x-forwarded-port');
      expect(JSON.stringify(headers)).not.toContain('6.6.6.6');
    });

    it('gives every request an id: the caller’s where it has the right form', async () => {
      const [api] = await serve('api-gateway');
      for (const [given, kept] of [
        ['abcdefgh-1', true],
        ['no way', false],
        ['short', false],
      ] as const) {
        const answer = await fetch(`${proxy.origin}/api/x`, { headers: { 'x-request-id': given } });
        const id = answer.headers.get('x-request-id') ?? '';
        expect(id === given).toBe(kept);
        expect(id).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
        expect(api?.requests.at(-1)?.headers['x-request-id']).toBe(id);
      }
    });

    it('answers "unavailable" in the words of the contract while there is no api-gateway', async () => {
      const answer = await fetch(`${proxy.origin}/api/v1/users/me`, { headers: { 'x-request-id': 'abcdefgh-1' } });
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
      const [api] = await serve('api-gateway');
      if (api !== undefined) api.behaviour = ({ socket }) => void socket.destroy();
      const answer = await fetch(`${proxy.origin}/api/x`, { method: 'POST', body: '{}' });
      expect(answer.status).toBe(503);
      expect(ProblemSchema.parse(await answer.json())).toMatchObject({ code: 'unavailable' });
      const page = await fetch(`${proxy.origin}/rooms/1`);
      expect(page.status).toBe(503);
      expect(await page.text()).toContain('not running right now');
    });

    it('asks another instance only for what may be asked twice', async () => {
      const instances = await serve('api-gateway', 2);
      for (const instance of instances) instance.behaviour = ({ socket }) => void socket.destroy();
      // On a connection that was used before, the proxy closes rather than answers: the client's own rules say whether to repeat.
      const ask = (method: string): Promise<unknown> => fetch(`${proxy.origin}/api/x`, { method }).catch(() => null);
      await ask('POST');
      expect(instances.flatMap(({ requests }) => requests)).toHaveLength(1);
      await ask('GET');
      expect(
        instances.flatMap(({ requests }) => requests.filter(({ method }) => method === 'GET')).length,
      ).toBeGreaterThan(1);
    });

    it('gives each socket to the gateway with the fewest, and carries it both ways', async () => {
      const gateways = await serve('realtime-gateway', 3);
      for (let count = 0; count < 6; count += 1) expect((await handshake(proxy.origin)).socket).not.toBeNull();
      expect(gateways.map(({ sockets }) => sockets.size)).toEqual([2, 2, 2]);
      expect(gateways[0]?.requests[0]?.headers).toMatchObject({ upgrade: 'websocket', 'x-forwarded-for': '127.0.0.1' });
      const { socket } = await handshake(proxy.origin);
      socket?.write('parley');
      expect(String((await socket?.iterator({ destroyOnReturn: false }).next())?.value)).toBe('parley');
    });

    it('finds a gateway that is added, and takes leave of one that is gone', async () => {
      const [first] = await serve('realtime-gateway', 1);
      const second = await startInstance('second', '127.0.0.99', servicePort);
      started.push(second);
      names.names.set('realtime-gateway', [first?.address ?? '', second.address]);
      await eventually(async () => expect(await instanceFor('/socket.io/')).toBe('second'), 15_000);
      names.names.set('realtime-gateway', [second.address]);
      await eventually(async () => {
        for (let count = 0; count < 4; count += 1) expect(await instanceFor('/socket.io/')).toBe('second');
      }, 15_000);
    });

    it('sends nothing new to a gateway that is draining, and leaves its sockets alone', async () => {
      const gateways = await serve('realtime-gateway', 2);
      const { socket } = await handshake(proxy.origin);
      const draining = gateways.find(({ sockets }) => sockets.size === 1);
      const staying = gateways.find(({ sockets }) => sockets.size === 0);
      if (draining === undefined || staying === undefined || socket === null)
        throw new Error('one should have the socket');
      draining.isReady = false;
      await eventually(() => expect(proxy.lines.join('\n')).toMatch(/Server realtime\/realtime\d+ is DOWN/), 15_000);
      // More than the draining one has: were it still there, it would get the next.
      for (let count = 0; count < 3; count += 1) await handshake(proxy.origin);
      expect([draining.sockets.size, staying.sockets.size]).toEqual([1, 3]);
      socket.write('still here');
      expect(String((await socket.iterator({ destroyOnReturn: false }).next()).value)).toBe('still here');
    });

    it('would rather have an instance that is not ready than none', async () => {
      const [api] = await serve('api-gateway');
      if (api !== undefined) api.isReady = false;
      await eventually(() => expect(proxy.lines.join('\n')).toContain("backend 'api' has no server available"), 15_000);
      expect(await instanceFor('/api/x')).toBe('api-gateway-1');
    });

    it('opens no connection to anything but a gateway', async () => {
      const [api] = await serve('api-gateway');
      expect((await handshake(proxy.origin, '/api/v1/users')).socket).toBeNull();
      expect(api?.sockets.size).toBe(0);
      expect(api?.requests[0]?.headers).not.toHaveProperty('upgrade');
    });

    it('logs a line of JSON for each request, without the query', async () => {
      await serve('api-gateway');
      await fetch(`${proxy.origin}/api/v1/"x"?token=secret`, { headers: { 'x-request-id': 'abcdefgh-1' } });
      const line = await eventually(() => {
        const found = proxy.lines.find((line) => line.includes('abcdefgh-1'));
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
      expect(proxy.lines.join('\n')).not.toContain('secret');
    });
  });
}
