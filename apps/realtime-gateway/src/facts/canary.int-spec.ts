import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { eventually, testRedis, type TestRedis } from '@parley/testing';
import { TestRealtime } from '../gateway.fixture';

/** A way to Redis that can be cut. */
class Cable {
  private readonly ends = new Set<Socket>();
  private isCut = false;

  private constructor(
    private readonly server: Server,
    private readonly redisUrl: string,
  ) {
    const { hostname: host, port } = new URL(redisUrl);
    server.on('connection', (near: Socket) => {
      if (this.isCut) return void near.destroy();
      const far = connect({ host, port: Number(port) });
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.ends.add(from);
        from.pipe(to);
        from.on('error', () => to.destroy());
        from.once('close', () => {
          this.ends.delete(from);
          to.destroy();
        });
      }
    });
  }

  static async lay(redisUrl: string): Promise<Cable> {
    const server = createServer();
    const cable = new Cable(server, redisUrl);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return cable;
  }

  get url(): string {
    const url = new URL(this.redisUrl);
    url.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return url.href;
  }

  cut(): void {
    this.isCut = true;
    for (const end of this.ends) end.destroy();
  }

  heal(): void {
    this.isCut = false;
  }

  async remove(): Promise<void> {
    this.cut();
    await once(this.server.close(), 'close');
  }
}

let redis: TestRedis;
let cable: Cable;
let realtime: TestRealtime;
beforeAll(async () => {
  redis = await testRedis();
  cable = await Cable.lay(redis.url);
  realtime = await TestRealtime.start({ environment: { REDIS_URL: cable.url } });
});
afterAll(async () => {
  await realtime.close();
  await cable.remove();
  await redis.close();
});

async function ready(): Promise<{ status: number; link: string | undefined }> {
  const { readiness, url } = realtime.only;
  const [{ status }, { checks }] = [await fetch(`${url}/health/ready`), await readiness.report()];
  return { status, link: checks['the other gateways'] };
}

it('a node whose way to the others is cut is not ready, goes on living, and is ready again once it heals', async () => {
  const { metric, url } = realtime.only;
  await eventually(async () => {
    expect(await ready()).toEqual({ status: 200, link: 'ok' });
    expect(await metric('parley_canary_silence_seconds')).toBeLessThan(4);
  });
  cable.cut();
  await eventually(async () => {
    expect(await ready()).toEqual({ status: 503, link: expect.stringMatching(/^nothing came round for \d+ s$/) });
    expect(await metric('parley_canary_silence_seconds')).toBeGreaterThan(3);
  });
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  cable.heal();
  await eventually(async () => expect(await ready()).toEqual({ status: 200, link: 'ok' }));
}, 60_000);
