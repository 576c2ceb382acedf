import { randomBytes } from 'node:crypto';
import { freePorts } from '@parley/server-embedded';
import { eventually } from '../eventually';
import type { LastingRedis } from './lasting-redis';
import { assertMaster, assertReplica, lose, PASSWORD, RedisProcess, type Loss } from './redis-process';
import type { TestCertificate } from './test-certificate';

const NAME = 'parley';
const QUORUM = 2;
/** After this long a master that says nothing is dead: when it is to be killed, and all other time, when a busy machine may let it wait. */
const DOWN_AFTER_MS = 1_000;
const PATIENT_MS = 30_000;
/** They wait twice as long as this before they try once more what did not succeed, or give up what they have begun. */
const FAILOVER_TIMEOUT_MS = 5_000;
/** By then a replica has taken over, and a master that had stood still has been told that it is one no longer. */
const PATIENCE_MS = 40_000;

/** A master, a replica of it and three Sentinels that watch over them, of a suite's own. */
export class TestSentinels implements LastingRedis {
  readonly shards = 1;
  private lost: { readonly server: RedisProcess; readonly back: (...args: string[]) => Promise<void> } | undefined;

  private constructor(
    /** The master with which it began, and its replica. */
    readonly servers: readonly [RedisProcess, RedisProcess],
    private readonly sentinels: readonly RedisProcess[],
    private readonly scheme: 'redis' | 'rediss',
  ) {}

  /** @param certificate for all that speak to them, and for them among themselves; none: without TLS */
  static async start(certificate?: TestCertificate): Promise<TestSentinels> {
    const free = await freePorts(10);
    const [plain, ports] = [free.slice(0, 5), certificate === undefined ? free.slice(0, 5) : free.slice(5)];
    const [masterPort = 0, replicaPort = 0, ...sentinelPorts] = ports;
    const start = (place: number, lines: readonly string[], ...args: string[]): Promise<RedisProcess> => {
      const tls = certificate === undefined ? undefined : { certificate, port: ports[place] ?? 0 };
      return RedisProcess.start(plain[place] ?? 0, lines, { args, tls });
    };
    const kept = ['save ""', 'appendonly no', `masterauth ${PASSWORD}`, 'repl-diskless-sync-delay 0'];
    const servers = await Promise.all([start(0, kept), start(1, [...kept, `replicaof 127.0.0.1 ${masterPort}`])]);
    await eventually(() => assertReplica(servers[1]));
    const ids = sentinelPorts.map(() => randomBytes(20).toString('hex'));
    const sentinels = await Promise.all(
      sentinelPorts.map((_, i) =>
        start(
          2 + i,
          [
            `sentinel myid ${ids[i] ?? ''}`,
            `sentinel monitor ${NAME} 127.0.0.1 ${masterPort} ${QUORUM}`,
            `sentinel auth-pass ${NAME} ${PASSWORD}`,
            `sentinel sentinel-pass ${PASSWORD}`,
            `sentinel down-after-milliseconds ${NAME} ${PATIENT_MS}`,
            `sentinel failover-timeout ${NAME} ${FAILOVER_TIMEOUT_MS}`,
            // What they would find out within a few seconds.
            `sentinel known-replica ${NAME} 127.0.0.1 ${replicaPort}`,
            ...sentinelPorts.flatMap((other, j) =>
              i === j ? [] : [`sentinel known-sentinel ${NAME} 127.0.0.1 ${other} ${ids[j] ?? ''}`],
            ),
          ],
          '--sentinel',
        ),
      ),
    );
    return new TestSentinels(servers, sentinels, certificate === undefined ? 'redis' : 'rediss');
  }

  /** As a gateway's REDIS_URL. */
  get url(): string {
    const names = this.sentinels.map(({ port }) => `127.0.0.1:${port}`);
    return `${this.scheme}+sentinel://:${PASSWORD}@${names.join(',')}/${NAME}?sentinelPassword=${PASSWORD}`;
  }

  /** Takes the master away; resolves when the Sentinels have put the replica in its place. */
  async failOver(how: Loss = 'killed'): Promise<void> {
    if (this.lost !== undefined) throw new Error('A server is away already.');
    const [master, replica] = await this.roles();
    await this.setDownAfter(DOWN_AFTER_MS);
    this.lost = { server: master, back: await lose(master, how) };
    await eventually(() => assertMaster(replica), PATIENCE_MS);
  }

  /** Brings back the server that was lost. One that was killed begins as a replica, one that stood still has to be told by the Sentinels. */
  async recover(): Promise<void> {
    if (this.lost === undefined) return;
    const { server, back } = this.lost;
    const { port } = this.servers.find((each) => each !== server) ?? server;
    await back('--replicaof', `127.0.0.1 ${port}`);
    await eventually(() => assertReplica(server), PATIENCE_MS);
    this.lost = undefined;
    await this.setDownAfter(PATIENT_MS);
  }

  /** Has the replica not know a key that the master knows, as if the last word on it had not come so far. */
  async forgetAtReplica(key: string): Promise<void> {
    const { client } = this.servers[1];
    await eventually(async () => {
      if ((await client.exists(key)) === 0) throw new Error('not copied yet');
    });
    await this.writeAtReplica(() => client.del(key));
  }

  /** A hash as the replica knows it now; answers how to have the replica know it so again, as if what came after had not come so far. */
  async recallAtReplica(key: string): Promise<() => Promise<void>> {
    const { client } = this.servers[1];
    const known = await eventually(async () => {
      const hash = await client.hgetall(key);
      if (Object.keys(hash).length === 0) throw new Error('not copied yet');
      return hash;
    });
    return async () => {
      await eventually(async () => {
        if (await this.isKnownAtReplica(key)) throw new Error('still there');
      });
      await this.writeAtReplica(() => client.hset(key, known));
    };
  }

  /** Whether the replica, or what became of it, knows a key. */
  async isKnownAtReplica(key: string): Promise<boolean> {
    return (await this.servers[1].client.exists(key)) === 1;
  }

  async close(): Promise<void> {
    await Promise.all([...this.servers, ...this.sentinels].map((server) => server.close()));
  }

  private async writeAtReplica(write: () => Promise<unknown>): Promise<void> {
    const { client } = this.servers[1];
    await client.config('SET', 'replica-read-only', 'no');
    await write();
    await client.config('SET', 'replica-read-only', 'yes');
  }

  private async roles(): Promise<[master: RedisProcess, replica: RedisProcess]> {
    const [one, other] = this.servers;
    const isFirst = await assertMaster(one).then(
      () => true,
      () => false,
    );
    return isFirst ? [one, other] : [other, one];
  }

  private async setDownAfter(ms: number): Promise<void> {
    const set = ['SET', NAME, 'down-after-milliseconds', ms] as const;
    await Promise.all(this.sentinels.map(({ client }) => client.call('SENTINEL', ...set)));
  }
}
