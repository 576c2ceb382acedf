import { freePorts } from '@parley/server-embedded';
import { eventually } from '../eventually';
import type { LastingRedis } from './lasting-redis';
import { assertMaster, assertReplica, lose, PASSWORD, RedisProcess, type Loss } from './redis-process';
import type { TestCertificate } from './test-certificate';

const MASTERS = 3;
const SLOTS = 16_384;
/** For so long a takeover is waited for: a vote that fails is repeated, and the machine may be busy. */
const PATIENCE_MS = 40_000;
/** After this long a master that says nothing is dead: while the nodes find each other, and when one is to be killed. */
const NODE_TIMEOUT_MS = 1_000;
/** All other time: a machine that is busy takes longer than that to answer, and no test of something else is to lose a master. */
const PATIENT_MS = 30_000;

/** A Redis Cluster of a suite's own: three masters, and a replica of each. */
export class TestCluster implements LastingRedis {
  readonly shards = MASTERS;
  private lost: { readonly server: RedisProcess; readonly back: () => Promise<void> } | undefined;

  private constructor(
    private readonly nodes: readonly RedisProcess[],
    private readonly scheme: 'redis' | 'rediss',
  ) {}

  /** @param certificate for all that speak to them, and for them among themselves; none: without TLS */
  static async start(certificate?: TestCertificate): Promise<TestCluster> {
    const ports = await freePorts(MASTERS * 6);
    const starting = Array.from({ length: MASTERS * 2 }, (_, i) =>
      RedisProcess.start(
        ports[i] ?? 0,
        [
          ...['save ""', 'appendonly no', 'loglevel warning', `masterauth ${PASSWORD}`, 'repl-diskless-sync-delay 0'],
          // A replica is named to clients once it was sent something.
          'repl-ping-replica-period 1',
          ...['cluster-enabled yes', `cluster-node-timeout ${NODE_TIMEOUT_MS}`, 'cluster-replica-validity-factor 0'],
          ...['cluster-allow-replica-migration no', `cluster-port ${ports[MASTERS * 2 + i] ?? 0}`],
          ...(certificate === undefined ? [] : ['tls-cluster yes']),
        ],
        { tls: certificate && { certificate, port: ports[MASTERS * 4 + i] ?? 0 } },
      ),
    );
    const cluster = new TestCluster(await Promise.all(starting), certificate === undefined ? 'redis' : 'rediss');
    await cluster.form(ports.slice(MASTERS * 2));
    await cluster.setNodeTimeout(PATIENT_MS);
    return cluster;
  }

  /** As a gateway's REDIS_URL; the replicas are not named, they are found. */
  get url(): string {
    const names = this.nodes.slice(0, MASTERS).map(({ port }) => `127.0.0.1:${port}`);
    return `${this.scheme}+cluster://:${PASSWORD}@${names.join(',')}`;
  }

  /** The masters with which it began. */
  get masters(): readonly RedisProcess[] {
    return this.nodes.slice(0, MASTERS);
  }

  get servers(): readonly RedisProcess[] {
    return this.nodes;
  }

  /** How often a command was called on all of its nodes. */
  async calls(command: string): Promise<number> {
    const stats = await Promise.all(this.nodes.map(({ client }) => client.info('commandstats')));
    const counted = stats.map((text) => Number(new RegExp(`cmdstat_${command}:calls=(\\d+)`).exec(text)?.[1] ?? 0));
    return counted.reduce((sum, count) => sum + count, 0);
  }

  /** Takes the master of a third of the slots away; resolves when its replica has taken over. */
  async failOver(how: Loss = 'killed', shard = MASTERS - 1): Promise<void> {
    if (this.lost !== undefined) throw new Error('A server is away already.');
    const [one, other] = [this.node(shard), this.node(MASTERS + shard)];
    const isFirst = await assertMaster(one).then(
      () => true,
      () => false,
    );
    const [master, replica] = isFirst ? [one, other] : [other, one];
    await this.setNodeTimeout(NODE_TIMEOUT_MS);
    this.lost = { server: master, back: await lose(master, how) };
    await eventually(async () => {
      await assertMaster(replica);
      await assertServing(replica);
    }, PATIENCE_MS);
  }

  /** Brings back the server that was lost, which finds out by itself that it is a replica now. */
  async recover(): Promise<void> {
    if (this.lost === undefined) return;
    const { server, back } = this.lost;
    await back();
    await eventually(async () => {
      await assertReplica(server);
      for (const node of this.nodes) await assertReplicated(node);
    }, PATIENCE_MS);
    this.lost = undefined;
    await this.setNodeTimeout(PATIENT_MS);
  }

  /** Moves a slot, and all keys in it, to a master that did not have it, as `redis-cli --cluster reshard` does. */
  async moveSlot(slot: number, from: number, to: number): Promise<void> {
    const [source, target] = [this.node(from), this.node(to)];
    const [sourceId, targetId] = [await idOf(source), await idOf(target)];
    await target.client.cluster('SETSLOT', slot, 'IMPORTING', sourceId);
    await source.client.cluster('SETSLOT', slot, 'MIGRATING', targetId);
    for (;;) {
      const keys = (await source.client.call('CLUSTER', 'GETKEYSINSLOT', slot, 100)) as string[];
      if (keys.length === 0) break;
      const authorised = ['AUTH', PASSWORD, 'KEYS', ...keys];
      await source.client.call('MIGRATE', '127.0.0.1', target.port, '', 0, 1_000, ...authorised);
    }
    for (const node of [target, source]) await node.client.cluster('SETSLOT', slot, 'NODE', targetId);
  }

  async close(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.close()));
  }

  private async form(busPorts: readonly number[]): Promise<void> {
    await Promise.all(
      this.nodes.map(async ({ client }, i) => {
        await client.cluster('SET-CONFIG-EPOCH', i + 1);
        if (i >= MASTERS) return;
        const [first, next] = [i, i + 1].map((n) => Math.floor((n * SLOTS) / MASTERS));
        await client.call('CLUSTER', 'ADDSLOTSRANGE', first ?? 0, (next ?? 0) - 1);
      }),
    );
    const [first] = this.nodes;
    for (const [i, { port }] of this.nodes.entries()) {
      if (i > 0) await first?.client.call('CLUSTER', 'MEET', '127.0.0.1', port, busPorts[i] ?? 0);
    }
    const replicas = this.nodes.slice(MASTERS);
    for (const [i, { client }] of replicas.entries()) {
      const id = await idOf(this.node(i));
      await eventually(() => client.cluster('REPLICATE', id));
    }
    await eventually(async () => {
      for (const node of this.nodes) await assertReplicated(node);
      for (const replica of replicas) await assertReplica(replica);
    });
  }

  private async setNodeTimeout(ms: number): Promise<void> {
    await Promise.all(this.nodes.map(({ client }) => client.config('SET', 'cluster-node-timeout', ms)));
  }

  private node(index: number): RedisProcess {
    const node = this.nodes[index];
    if (node === undefined) throw new RangeError(`There is no node ${index}.`);
    return node;
  }
}

async function idOf({ client }: RedisProcess): Promise<string> {
  return String(await client.cluster('MYID'));
}

/** @throws while the node does not see all slots served */
async function assertServing({ client }: RedisProcess): Promise<void> {
  if (!(await client.cluster('INFO')).includes('cluster_state:ok')) throw new Error('the cluster is not whole');
}

/** @throws while the node does not see all slots served, each by a master and a replica */
async function assertReplicated(node: RedisProcess): Promise<void> {
  await assertServing(node);
  const ranges = (await node.client.cluster('SLOTS')) as unknown[][];
  // First and last slot, then the servers.
  if (ranges.some((range) => range.length < 4)) throw new Error('a master has no replica yet');
}
