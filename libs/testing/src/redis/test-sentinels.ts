import { randomBytes } from 'node:crypto';
import { freePorts } from '@parley/server-embedded';
import { eventually } from '../eventually';
import { PASSWORD, RedisProcess } from './redis-process';

const NAME = 'parley';
const QUORUM = 2;
/** After this long a master that says nothing is dead: when it is to be killed, and all other time, when a busy machine may let it wait. */
const DOWN_AFTER_MS = 1_000;
const PATIENT_MS = 30_000;

/** A master, a replica of it and three Sentinels that watch over them, of a suite's own. */
export class TestSentinels {
  private constructor(
    /** The master with which it began, and its replica. */
    readonly servers: readonly [RedisProcess, RedisProcess],
    private readonly sentinels: readonly RedisProcess[],
  ) {}

  static async start(): Promise<TestSentinels> {
    const [masterPort = 0, replicaPort = 0, ...sentinelPorts] = await freePorts(5);
    const kept = ['save ""', 'appendonly no', `masterauth ${PASSWORD}`, 'repl-diskless-sync-delay 0'];
    const servers = await Promise.all([
      RedisProcess.start(masterPort, kept),
      RedisProcess.start(replicaPort, [...kept, `replicaof 127.0.0.1 ${masterPort}`]),
    ]);
    await eventually(async () => {
      const info = await servers[1].client.info('replication');
      if (!info.includes('master_link_status:up')) throw new Error('not copied yet');
    });
    const ids = sentinelPorts.map(() => randomBytes(20).toString('hex'));
    const sentinels = await Promise.all(
      sentinelPorts.map((port, i) =>
        RedisProcess.start(
          port,
          [
            `sentinel myid ${ids[i] ?? ''}`,
            `sentinel monitor ${NAME} 127.0.0.1 ${masterPort} ${QUORUM}`,
            `sentinel auth-pass ${NAME} ${PASSWORD}`,
            `sentinel sentinel-pass ${PASSWORD}`,
            `sentinel down-after-milliseconds ${NAME} ${PATIENT_MS}`,
            `sentinel failover-timeout ${NAME} 5000`,
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
    return new TestSentinels(servers, sentinels);
  }

  /** As a gateway's REDIS_URL. */
  get url(): string {
    const names = this.sentinels.map(({ port }) => `127.0.0.1:${port}`);
    return `redis+sentinel://:${PASSWORD}@${names.join(',')}/${NAME}?sentinelPassword=${PASSWORD}`;
  }

  /** Kills the master; resolves when the Sentinels have put the replica in its place. */
  async failOver(): Promise<void> {
    const [master, replica] = this.servers;
    const set = ['SET', NAME, 'down-after-milliseconds', DOWN_AFTER_MS] as const;
    await Promise.all(this.sentinels.map(({ client }) => client.call('SENTINEL', ...set)));
    if (!(await master.client.info('replication')).includes('role:master')) throw new Error('It is no master.');
    await master.kill();
    await eventually(async () => {
      if (!(await replica.client.info('replication')).includes('role:master')) throw new Error('not yet');
    });
  }

  /** Has the replica not know a key that the master knows, as if the last word on it had not come so far. */
  async forgetAtReplica(key: string): Promise<void> {
    const { client } = this.servers[1];
    await eventually(async () => {
      if ((await client.exists(key)) === 0) throw new Error('not copied yet');
    });
    await client.config('SET', 'replica-read-only', 'no');
    await client.del(key);
    await client.config('SET', 'replica-read-only', 'yes');
  }

  /** Whether the replica, or what became of it, knows a key. */
  async isKnownAtReplica(key: string): Promise<boolean> {
    return (await this.servers[1].client.exists(key)) === 1;
  }

  async close(): Promise<void> {
    await Promise.all([...this.servers, ...this.sentinels].map((server) => server.close()));
  }
}
