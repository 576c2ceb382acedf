import { once } from 'node:events';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { freePort } from '@parley/server-embedded';
import { Fronts, gateway, read } from './front.fixture';
import { aGateway, aGatewayThatWaits, aRefusal } from './upstream.fixture';

/** Connects, says something and ends it, all while this thread does nothing: the system alone takes the connection. */
function comeAndGo(port: number, said: string): void {
  const hasGone = new Int32Array(new SharedArrayBuffer(4));
  const program = `
    const { workerData: { port, said, hasGone } } = require('node:worker_threads');
    const socket = require('node:net').connect({ host: '127.0.0.1', port }).once('finish', () => {
      Atomics.store(hasGone, 0, 1);
      Atomics.notify(hasGone, 0);
      socket.unref();
    });
    socket.end(said);`;
  new Worker(program, { eval: true, workerData: { port, said, hasGone } });
  if (Atomics.wait(hasGone, 0, 0, 10_000) === 'timed-out') throw new Error('The client did not come.');
}

describe('the front, for sockets', () => {
  const fronts = new Fronts();
  afterEach(() => fronts.close());

  it('carries a connection both ways', async () => {
    const one = await fronts.keep(aGateway('one'));
    const origin = await fronts.front({ gateways: [gateway('one', one.port)] });
    const { answer, socket } = await fronts.connect(origin);
    expect(answer.headers['x-gateway']).toBe('one');
    if (socket === null) throw new Error('it should be open');
    expect(await read(socket, 5)).toBe('hello');
    socket.write('parley');
    expect(await read(socket, 6)).toBe('PARLEY');
    expect(one.requests[0]?.headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', upgrade: 'websocket' });
  });

  it('gives each connection to the gateway with the fewest', async () => {
    const names = ['one', 'two', 'three'];
    const gateways = await Promise.all(
      names.map(async (name) => gateway(name, (await fronts.keep(aGateway(name))).port)),
    );
    const origin = await fronts.front({ gateways });
    const got: unknown[] = [];
    for (let count = 0; count < 6; count += 1) got.push((await fronts.connect(origin)).answer.headers['x-gateway']);
    expect(got.toSorted()).toEqual(['one', 'one', 'three', 'three', 'two', 'two']);
  });

  it('counts a connection that has closed no longer', async () => {
    const one = await fronts.keep(aGateway('one'));
    const two = await fronts.keep(aGateway('two'));
    const origin = await fronts.front({ gateways: [gateway('one', one.port), gateway('two', two.port)] });
    for (let count = 0; count < 3; count += 1) {
      const { answer, socket } = await fronts.connect(origin);
      expect(answer.headers['x-gateway']).toBe('one');
      socket?.destroy();
      while (one.open > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });

  it('passes over a gateway that is down', async () => {
    const up = await fronts.keep(aGateway('up'));
    const origin = await fronts.front({ gateways: [gateway('down', await freePort()), gateway('up', up.port)] });
    for (let count = 0; count < 3; count += 1)
      expect((await fronts.connect(origin)).answer.headers['x-gateway']).toBe('up');
  });

  it('closes the client when the gateway dies', async () => {
    const one = await aGateway('one');
    const { socket } = await fronts.connect(await fronts.front({ gateways: [gateway('one', one.port)] }));
    if (socket === null) throw new Error('it should be open');
    const closed = new Promise((resolve) => socket.resume().once('close', resolve));
    await one.close();
    await closed;
  });

  it('answers "unavailable" when none is up', async () => {
    const { answer } = await fronts.connect(await fronts.front({ gateways: [gateway('down', await freePort())] }));
    expect(answer.statusCode).toBe(503);
    expect(JSON.parse(await read(answer))).toMatchObject({ code: 'unavailable', requestId: 'handshake-1' });
  });

  it('passes a refusal on', async () => {
    const one = await fronts.keep(aRefusal());
    const { answer } = await fronts.connect(await fronts.front({ gateways: [gateway('one', one.port)] }));
    expect(answer.statusCode).toBe(403);
    expect(await read(answer)).toBe('not from there');
  });

  it('lets nobody speak on to a gateway that has refused', async () => {
    const one = await fronts.keep(aRefusal());
    const origin = await fronts.front({ gateways: [gateway('one', one.port)] });
    const again = 'GET /secret HTTP/1.1\r\nhost: parley\r\n\r\n';
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(origin).port) });
    socket.write('GET /socket.io/?EIO=4 HTTP/1.1\r\nhost: parley\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n');
    const answer = new Promise<string>((resolve) => {
      let all = '';
      socket.on('data', (chunk: Buffer) => {
        all += chunk.toString();
        if (all.includes('not from there')) socket.write(again);
      });
      socket.once('close', () => resolve(all));
    });
    expect(await answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(one.requests.map(({ url }) => url)).toEqual(['/socket.io/?EIO=4']);
  });

  it('gives up with a client that leaves before it is answered', async () => {
    const one = await fronts.keep(aGatewayThatWaits());
    const origin = await fronts.front({ gateways: [gateway('one', one.port)] });
    const leaving = new AbortController();
    const connecting = fronts.connect(origin, '/socket.io/?EIO=4', leaving.signal);
    await one.asked;
    leaving.abort();
    await expect(connecting).rejects.toThrow('abort');
    await one.left;
  });

  it('asks no gateway for a client that left while nobody had time for it', async () => {
    const one = await fronts.keep(aGateway('one'));
    const origin = await fronts.front({ gateways: [gateway('one', one.port)] });
    const handshake =
      'GET /socket.io/?EIO=4 HTTP/1.1\r\nhost: parley\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n';
    comeAndGo(Number(new URL(origin).port), handshake);
    await fronts.connect(origin);
    expect(one.connections).toBe(1);
  });

  it('passes on to its end what a gateway says before it closes', async () => {
    const long = 'x'.repeat(3_000_000);
    const one = await fronts.keep(aGateway('one', long));
    const { socket } = await fronts.connect(await fronts.front({ gateways: [gateway('one', one.port)] }));
    if (socket === null) throw new Error('it should be open');
    socket.write('bye');
    const ended = once(socket, 'end');
    expect(await read(socket, 5 + long.length)).toBe(`hello${long}`);
    socket.resume();
    await ended;
  });

  it('opens nothing elsewhere', async () => {
    const one = await fronts.keep(aGateway('one'));
    const { answer } = await fronts.connect(
      await fronts.front({ gateways: [gateway('one', one.port)] }),
      '/api/v1/users',
    );
    expect(answer.statusCode).toBe(404);
    expect(one.requests).toHaveLength(0);
  });
});
