import { nodeConnection, type RedisConnection, type RedisConnectionOptions } from '@parley/server-redis';
import { Command, type Cluster } from 'ioredis';
import { RedisSubscriber } from './redis-subscriber';
import type { Subscriber } from './subscriber';

/** One master, and what is heard from it. */
interface Master {
  readonly connection: RedisConnection;
  readonly subscriber: RedisSubscriber;
}

/** Channels of one slot, and the master from which they are heard; none while none has the slot. */
interface Slot {
  readonly channels: Set<string>;
  master: string | undefined;
}

/** When it is looked again after a first look, in milliseconds: who was asked may not have heard yet what has changed. */
const LOOK_AGAIN_MS = [250, 1_000];

type MessageListener = (channel: Buffer, message: Buffer) => void;

/**
 * Hears the channels of a Cluster, each from the master that has its slot, by a connection to each of them that heals itself. Where a slot moves, or a
 * replica takes over from a master, its channels are asked for at the new one.
 *
 * ioredis has this as well (`shardedSubscribers`), but says neither when a channel is heard nor when it is heard again, does not notice a connection that
 * is half open, and drops a subscription that was refused.
 */
export class ClusterSubscriber implements Subscriber {
  private readonly masters = new Map<string, Master>();
  private readonly slots = new Map<number, Slot>();
  private readonly messageListeners: MessageListener[] = [];
  private readonly restoredListeners: (() => void)[] = [];
  private looks: NodeJS.Timeout[] = [];
  private isClosed = false;

  /** @param topology tells which node has which slot */
  constructor(
    private readonly topology: Cluster,
    private readonly options: RedisConnectionOptions,
  ) {
    topology.on('refresh', () => this.arrange());
  }

  on(_: 'smessageBuffer', listener: MessageListener): void {
    this.messageListeners.push(listener);
    for (const { subscriber } of this.masters.values()) subscriber.on('smessageBuffer', listener);
  }

  ssubscribe(channel: string): void {
    const number = slotOf(channel);
    const slot = this.slots.get(number) ?? { channels: new Set(), master: this.masterOf(number) };
    this.slots.set(number, slot);
    slot.channels.add(channel);
    if (slot.master !== undefined) this.at(slot.master).subscriber.ssubscribe(channel);
  }

  sunsubscribe(channel: string): void {
    const number = slotOf(channel);
    const slot = this.slots.get(number);
    slot?.channels.delete(channel);
    if (slot?.channels.size === 0) this.slots.delete(number);
    if (slot?.master !== undefined) this.masters.get(slot.master)?.subscriber.sunsubscribe(channel);
  }

  onRestored(listener: () => void): void {
    this.restoredListeners.push(listener);
  }

  async settled(): Promise<void> {
    await Promise.all([...this.masters.values()].map(({ subscriber }) => subscriber.settled()));
  }

  /** Resolves when each master that is known can be heard, after so many milliseconds in any case. */
  async ready(withinMs: number): Promise<void> {
    await Promise.all([...this.masters.values()].map(({ connection }) => connection.ready(withinMs)));
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const look of this.looks) clearTimeout(look);
    await Promise.all([...this.masters.values()].map(({ connection }) => connection.close()));
  }

  /** Hears each channel from whoever has its slot now, and lets go of nodes that have none. */
  private arrange(): void {
    if (this.isClosed) return;
    const present = new Set(this.topology.slots.flatMap(([master]) => master ?? []));
    for (const master of present) this.at(master);
    const gained = new Set<RedisSubscriber>();
    for (const [number, slot] of this.slots) {
      const [before, now] = [slot.master, this.masterOf(number)];
      if (now === undefined || now === before) continue;
      slot.master = now;
      const { subscriber } = this.at(now);
      for (const channel of slot.channels) {
        subscriber.ssubscribe(channel);
        if (before !== undefined) this.masters.get(before)?.subscriber.forget(channel);
      }
      if (before !== undefined) gained.add(subscriber);
    }
    for (const [name, { connection }] of this.masters) {
      if (present.has(name)) continue;
      this.masters.delete(name);
      void connection.close();
    }
    if (gained.size > 0) void this.tellRestored(gained);
  }

  /** Asks who has what, now and again a moment later. */
  private look(): void {
    if (this.isClosed) return;
    const ask = (): void => this.topology.refreshSlotsCache(() => undefined);
    ask();
    for (const look of this.looks) clearTimeout(look);
    this.looks = LOOK_AGAIN_MS.map((ms) => setTimeout(ask, ms).unref());
  }

  private async tellRestored(gained: ReadonlySet<RedisSubscriber>): Promise<void> {
    await Promise.all([...gained].map((subscriber) => subscriber.settled()));
    this.restored();
  }

  private restored(): void {
    for (const listener of this.restoredListeners) listener();
  }

  private masterOf(slot: number): string | undefined {
    return this.topology.slots[slot]?.[0];
  }

  private at(name: string): Master {
    const known = this.masters.get(name);
    if (known !== undefined) return known;
    const colon = name.lastIndexOf(':');
    const node = { host: name.slice(0, colon), port: Number(name.slice(colon + 1)) };
    const connection = nodeConnection(this.options, node);
    const subscriber = new RedisSubscriber(connection.redis, this.options.log, slotOf);
    for (const listener of this.messageListeners) subscriber.on('smessageBuffer', listener);
    subscriber.onRestored(() => this.restored());
    // It may have died, refused a slot that is no longer its own, or ended what it no longer has: somebody else has it now, or soon.
    connection.redis.on('close', () => this.look());
    connection.redis.on('moved', () => this.look());
    subscriber.onMoved(() => this.look());
    const master = { connection, subscriber };
    this.masters.set(name, master);
    return master;
  }
}

const slotsOfPlaces = new Map<string, number>();

/** The slot of a channel; the part in braces decides on it, and there are not many of those. */
function slotOf(channel: string): number {
  const [, place] = /^\{([^}]+)\}/.exec(channel) ?? [];
  if (place === undefined) return new Command('get', [channel]).getSlot();
  const known = slotsOfPlaces.get(place) ?? new Command('get', [place]).getSlot();
  slotsOfPlaces.set(place, known);
  return known;
}
