import { Edge } from './edge.fixture';
import { findOrInstall } from './program.fixture';
import { handshake } from './proxy.fixture';

const haproxy = await findOrInstall('haproxy');

describe('the proxy, among several instances', () => {
  if (haproxy === undefined) {
    it.skip('could not be checked: there is no HAProxy on this machine', () => undefined);
    return;
  }

  let edge: Edge;
  beforeEach(async () => {
    edge = await Edge.open(haproxy);
  });
  afterEach(() => edge.close());

  it('gives each socket to the gateway with the fewest, and carries it both ways', async () => {
    const gateways = await edge.serve('realtime-gateway', 3);
    for (let count = 0; count < 6; count += 1) expect((await handshake(edge.origin)).socket).not.toBeNull();
    expect(gateways.map(({ sockets }) => sockets.size)).toEqual([2, 2, 2]);
    expect(gateways[0]?.requests[0]?.headers).toMatchObject({ upgrade: 'websocket', 'x-forwarded-for': '127.0.0.1' });
    const { socket } = await handshake(edge.origin);
    socket?.write('parley');
    expect(String((await socket?.iterator({ destroyOnReturn: false }).next())?.value)).toBe('parley');
  });

  it('finds a gateway that is added, and takes leave of one that is gone', async () => {
    const first = await edge.serve('realtime-gateway');
    const second = await edge.start('second');
    edge.name('realtime-gateway', [...first, second]);
    await edge.soon(async () => expect(await edge.instanceFor('/socket.io/')).toBe('second'));
    edge.name('realtime-gateway', [second]);
    await edge.soon(async () => {
      for (let count = 0; count < 4; count += 1) expect(await edge.instanceFor('/socket.io/')).toBe('second');
    });
  });

  it('sends nothing new to a gateway that is draining, and leaves its sockets alone', async () => {
    const gateways = await edge.serve('realtime-gateway', 2);
    const { socket } = await handshake(edge.origin);
    const draining = gateways.find(({ sockets }) => sockets.size === 1);
    const staying = gateways.find(({ sockets }) => sockets.size === 0);
    if (draining === undefined || staying === undefined || socket === null)
      throw new Error('one should have the socket');
    draining.isReady = false;
    await edge.soon(() => expect(edge.log.join('\n')).toMatch(/Server realtime\/realtime\d+ is DOWN/));
    // More than the draining one has: were it still there, it would get the next.
    for (let count = 0; count < 3; count += 1) await handshake(edge.origin);
    expect([draining.sockets.size, staying.sockets.size]).toEqual([1, 3]);
    socket.write('still here');
    expect(String((await socket.iterator({ destroyOnReturn: false }).next()).value)).toBe('still here');
  });

  it('would rather have an instance that is not ready than none', async () => {
    const [api] = await edge.serve('api-gateway');
    if (api !== undefined) api.isReady = false;
    await edge.soon(() => expect(edge.log.join('\n')).toContain("backend 'api' has no server available"));
    expect(await edge.instanceFor('/api/x')).toBe('api-gateway-1');
  });

  it('opens no connection to anything but a gateway', async () => {
    const [api] = await edge.serve('api-gateway');
    expect((await handshake(edge.origin, '/api/v1/users')).socket).toBeNull();
    expect(api?.sockets.size).toBe(0);
    expect(api?.requests[0]?.headers).not.toHaveProperty('upgrade');
  });
});

describe('the proxy, where clients may poll', () => {
  if (haproxy === undefined) {
    it.skip('could not be checked: there is no HAProxy on this machine', () => undefined);
    return;
  }

  let edge: Edge;
  beforeEach(async () => {
    edge = await Edge.open(haproxy, { LONG_POLLING: 'on' });
  });
  afterEach(() => edge.close());

  const ask = (query: string, cookie = '') =>
    fetch(`${edge.origin}/socket.io/?EIO=4&transport=polling${query}`, { headers: { cookie } });
  const cookieOf = ({ headers }: Response): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const instanceOf = ({ headers }: Response): string => headers.get('x-instance') ?? '';
  /** Begins at each of the instances: what each answered. */
  const begin = (count: number): Promise<Response[]> =>
    edge.soon(async () => {
      const met = await Promise.all(Array.from({ length: count }, () => ask('')));
      expect(new Set(met.map(instanceOf)).size).toBe(count);
      return met;
    });
  const goOn = async (begun: Response): Promise<string> => instanceOf(await ask('&sid=s', cookieOf(begun)));

  it('keeps each client that polls at its gateway, and spreads those that come by WebSocket as ever', async () => {
    const gateways = await edge.serve('realtime-gateway', 3);
    for (const begun of await begin(3)) {
      expect(begun.headers.getSetCookie()[0]).toMatch(/^PARLEY_GATEWAY=\w+; path=\/; HttpOnly; SameSite=Lax/);
      for (let count = 0; count < 5; count += 1) expect(await goOn(begun)).toBe(instanceOf(begun));
    }
    for (let count = 0; count < 3; count += 1) await handshake(edge.origin);
    expect(gateways.map(({ sockets }) => sockets.size)).toEqual([1, 1, 1]);
    // The cookie is between the client and the proxy.
    expect(
      gateways
        .flatMap(({ requests }) => requests)
        .map(({ headers }) => headers.cookie ?? '')
        .join(''),
    ).toBe('');
  });

  it('leaves those that poll at a gateway that drains where they are, sends nobody else there, and moves them once it is gone', async () => {
    const gateways = await edge.serve('realtime-gateway', 2);
    const [moved, stayed] = await begin(2);
    if (moved === undefined || stayed === undefined) throw new Error('two should have begun');
    const draining = gateways[Number(instanceOf(moved).at(-1)) - 1];
    if (draining === undefined) throw new Error(`there is no ${instanceOf(moved)}`);
    draining.isDraining = true;
    await edge.soon(() => expect(edge.log.join('\n')).toMatch(/Server realtime-polling\/polling\d+ is stopping/));
    for (let count = 0; count < 4; count += 1) {
      expect(await goOn(moved)).toBe(instanceOf(moved));
      // Whoever begins anew does so elsewhere, whatever they bring.
      expect(instanceOf(await ask('', cookieOf(moved)))).toBe(instanceOf(stayed));
    }
    [draining.isDraining, draining.isReady] = [false, false];
    await edge.soon(async () => expect(await goOn(moved)).toBe(instanceOf(stayed)));
  });
});
