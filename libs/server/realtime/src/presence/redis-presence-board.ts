import type { EventEmitter } from 'node:events';
import { redisConnection, withoutPlace, type RedisConnection } from '@parley/server-redis';
import { every, withDeadline, type Logger, type PeriodicTask } from '@parley/server-runtime';
import { listenTo, type Listening, type Subscriber } from '../redis/subscriber';
import { clearDeadNode } from './clear-dead-node';
import { NodeLease, type DeadNode } from './node-lease';
import type { BoardListener, PresenceBoard } from './presence-board';
import { memberChannel, memberOf, membersKey, recordKey } from './presence-keys';
import { readParts, writePart, type NodePart, type PresencePart } from './presence-part';

/** A node that does not renew its lease in this time is dead, and nobody is there on it: well within the 15 s that a killed one may take to clear. */
const LEASE_MS = 8_000;
const RENEW_EVERY_MS = 2_000;
const READ_DEADLINE_MS = 1_000;
const SETTLE_PATIENCE_MS = 250;
/** Members told about in one go. */
const BATCH = 500;
/** For so long it is remembered who left: longer than it takes until whoever takes over from a server is spoken to, and than what that may lack is old. */
const DEPARTURES_MS = 60_000;

export interface RedisBoardOptions {
  readonly url: string;
  readonly log: Logger;
  readonly leaseMs?: number;
  readonly renewEveryMs?: number;
}

/**
 * The board of many nodes. Each keeps its members' parts in their records, under its own name, and they count while its lease lasts: one renewal for
 * the node, none for each member. News goes out on a channel of the member's own, to the nodes where somebody watches them.
 */
export class RedisPresenceBoard implements PresenceBoard {
  private readonly commands: RedisConnection;
  private readonly listening: Listening;
  private readonly subscriber: Subscriber;
  private readonly lease: NodeLease;
  /** All that this node says, and what of it the others do not know yet: a part, or when somebody left. */
  private readonly said = new Map<string, PresencePart>();
  private readonly unsaid = new Map<string, PresencePart | number>();
  /** When they left, of those who did so lately, the longest ago first, under which name of this node's, and until when that is remembered. */
  private readonly departed = new Map<
    string,
    { readonly leftAt: number; readonly until: number; readonly node: string }
  >();
  private saying: Promise<void> | undefined;
  private clearing: Promise<void> | undefined;
  private renewing: PeriodicTask | undefined;
  private listener: BoardListener | undefined;

  constructor(private readonly options: RedisBoardOptions) {
    const { url, log, leaseMs = LEASE_MS } = options;
    this.commands = redisConnection({ url, name: 'presence', log });
    this.listening = listenTo({ url, name: 'presence-listen', log });
    this.subscriber = this.listening.subscriber;
    this.lease = new NodeLease(this.commands.redis, leaseMs);
  }

  start(listener: BoardListener): void {
    const { log, renewEveryMs = RENEW_EVERY_MS } = this.options;
    this.listener = listener;
    this.subscriber.on('smessageBuffer', (channel, message) =>
      this.hear(withoutPlace(channel).toString(), message.toString()),
    );
    this.subscriber.onRestored(() => listener.unsure());
    // A server that took over may not have the last words said to the one before. Whether anybody is listened to has nothing to do with it.
    this.commands.onTakenOver(() => this.sayAgain());
    const renew = (): Promise<void> => this.renew().catch((error: unknown) => this.cannotRenew(error));
    const events: EventEmitter = this.commands.redis;
    events.on('ready', () => void renew());
    if (this.commands.redis.status === 'ready') void renew();
    this.renewing = every(renewEveryMs, "renewing the node's presence", renew, log);
  }

  say(userId: string, part: PresencePart): void {
    this.departed.delete(userId);
    this.said.set(userId, part);
    this.unsaid.set(userId, part);
    this.sayAll();
  }

  leave(userId: string, leftAt: number): void {
    this.said.delete(userId);
    this.departed.delete(userId);
    this.departed.set(userId, { leftAt, until: performance.now() + DEPARTURES_MS, node: this.lease.node });
    this.unsaid.set(userId, leftAt);
    this.sayAll();
  }

  lastSeen(userIds: readonly string[], at: number): void {
    const { redis } = this.commands;
    const told = userIds.map((userId) => redis.spublish(this.channelOf(userId), String(at)));
    void Promise.all(told).catch((error: unknown) =>
      this.options.log.debug({ err: error }, 'when people were last seen could not be told'),
    );
  }

  async read(userIds: readonly string[]): Promise<ReadonlyMap<string, readonly NodePart[]>> {
    return withDeadline('reading presence', READ_DEADLINE_MS, async () => {
      const records = await Promise.all(userIds.map((userId) => this.commands.redis.hgetall(this.recordOf(userId))));
      const parts = records.map(readParts);
      // A node that has just begun is not known here before the next renewal.
      if (parts.some((all) => all.some(({ node }) => !this.lease.isAlive(node)))) await this.renew();
      const others = (all: NodePart[]): NodePart[] =>
        all.filter(({ node }) => node !== this.lease.node && this.lease.isAlive(node));
      return new Map(userIds.map((userId, i) => [userId, others(parts[i] ?? [])]));
    });
  }

  isAlive(node: string): boolean {
    return this.lease.isAlive(node);
  }

  /** The name by which this node lives, a new one after its lease ran out. */
  get node(): string {
    return this.lease.node;
  }

  /** Which of these nodes live no more; none where that cannot be known. Rejects where Redis cannot be asked about one that is not known here. */
  async dead(nodes: readonly string[]): Promise<readonly string[]> {
    // One that has just begun is not known here before the next renewal.
    if (nodes.some((node) => !this.lease.isAlive(node))) await this.renew();
    return this.lease.isHeld ? nodes.filter((node) => !this.lease.isAlive(node)) : [];
  }

  listen(userId: string): void {
    this.subscriber.ssubscribe(this.channelOf(userId));
  }

  ignore(userId: string): void {
    this.subscriber.sunsubscribe(this.channelOf(userId));
  }

  settled(): Promise<void> {
    return withDeadline('listening', SETTLE_PATIENCE_MS, () => this.subscriber.settled()).catch(() => undefined);
  }

  /** What was said goes on counting until the lease ends: whoever finds another node by then was never away. */
  async close(): Promise<void> {
    await this.renewing?.stop();
    await Promise.all([this.saying, this.clearing]);
    await Promise.all([this.commands.close(), this.listening.close()]);
  }

  private hear(channel: string, message: string): void {
    const userId = memberOf(channel);
    if (userId === undefined) return;
    const leftAt = Number(message);
    this.listener?.changed(userId, leftAt > 0 ? leftAt : undefined);
  }

  private sayAgain(): void {
    for (const [userId, part] of this.said) if (!this.unsaid.has(userId)) this.unsaid.set(userId, part);
    // What was said of them would count for as long as this node lives, as nobody clears it away.
    for (const [userId, { leftAt }] of this.departed) if (!this.unsaid.has(userId)) this.unsaid.set(userId, leftAt);
    this.sayAll();
  }

  private forgetDepartures(): void {
    for (const [userId, { until }] of this.departed) {
      if (until > performance.now()) return;
      this.departed.delete(userId);
    }
  }

  private recordOf(userId: string): string {
    return this.commands.placed(recordKey(userId), userId);
  }

  private channelOf(userId: string): string {
    return this.commands.placed(memberChannel(userId), userId);
  }

  private async renew(): Promise<void> {
    this.forgetDepartures();
    if (this.commands.redis.status !== 'ready') throw new Error('Redis is away');
    const { isNew, nodesChanged, dead } = await this.lease.renew();
    // Under a new name all has to be said again.
    if (isNew) for (const [userId, part] of this.said) this.unsaid.set(userId, part);
    this.sayAll();
    if (nodesChanged) this.listener?.unsure();
    this.clearing ??= this.clear(dead).finally(() => {
      this.clearing = undefined;
    });
  }

  private async clear(dead: readonly DeadNode[]): Promise<void> {
    try {
      for (const { node, lastAlive } of dead) {
        await clearDeadNode(this.commands, node, (userIds) => this.listener?.gone(userIds, lastAlive));
      }
    } catch (error) {
      this.options.log.debug({ err: error }, 'a dead node could not be cleared away yet');
    }
  }

  private cannotRenew(error: unknown): void {
    this.options.log.debug({ err: error }, "this node's presence could not be renewed");
    if (this.lease.expire()) this.listener?.unsure();
  }

  private sayAll(): void {
    this.saying ??= this.sayWaiting();
  }

  /** Without a lease nothing is said: it would not count, and nobody would clear it away. The next renewal goes on with it. */
  private async sayWaiting(): Promise<void> {
    await Promise.resolve();
    while (this.unsaid.size > 0 && this.lease.isHeld && this.commands.redis.status === 'ready') {
      if (!(await this.sayBatch([...this.unsaid].slice(0, BATCH)))) break;
    }
    this.saying = undefined;
  }

  private async sayBatch(batch: readonly (readonly [string, PresencePart | number])[]): Promise<boolean> {
    for (const [userId] of batch) this.unsaid.delete(userId);
    try {
      await Promise.all(batch.map(([userId, part]) => this.sayOne(userId, part)));
      return true;
    } catch (error) {
      this.options.log.debug({ err: error }, 'presence could not be told');
      // Unless there is a later word.
      for (const [userId, part] of batch) if (!this.unsaid.has(userId)) this.unsaid.set(userId, part);
      return false;
    }
  }

  /** The record and the news of it by one connection, in a Cluster by having one place, so that whoever hears the news finds the record as it says. */
  private async sayOne(userId: string, part: PresencePart | number): Promise<void> {
    const { redis } = this.commands;
    const { node } = this.lease;
    const record = this.recordOf(userId);
    if (typeof part !== 'number') {
      await Promise.all([
        redis.hset(record, node, writePart(part)),
        redis.sadd(membersKey(node), userId),
        redis.spublish(this.channelOf(userId), ''),
      ]);
      return;
    }
    // A departure that is said again may be of the name that this node had before: nobody else would clear that away.
    const nodes = [...new Set([node, this.departed.get(userId)?.node ?? node])];
    await Promise.all([
      redis.hdel(record, ...nodes),
      ...nodes.map((name) => redis.srem(membersKey(name), userId)),
      redis.spublish(this.channelOf(userId), String(part)),
    ]);
  }
}
