import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Presence } from '@parley/contracts';
import type { NodePart, PresenceBoard, PresencePart } from '@parley/server-realtime';
import type { Logger } from '@parley/server-runtime';
import type { GatewayServer, GatewaySocket } from '../connection/gateway-socket';
import type { PresenceFacts } from './presence-facts';
import { presenceOf, type WatchedPerson } from './watched-person';

/** People looked at in one go, and the pause between two: what changes meanwhile is told once, as it is then. */
const BATCH = 500;
const PAUSE_MS = 50;
/** About how long a node that died was not heard of before that was known. */
const UNNOTICED_MS = 8_000;

export interface WatchedPeopleParts {
  readonly io: GatewayServer;
  readonly board: PresenceBoard;
  readonly facts: PresenceFacts;
  readonly here: (userId: string) => PresencePart | null;
  readonly log: Logger;
}

/**
 * The people whom somebody on this node watches, and the telling of it. News only marks a person; a moment later all who are marked are looked at
 * together, and who is not as before is told to the sockets that watch them. What it costs grows with the watchers on this node, and with nothing else.
 */
export class WatchedPeople {
  private readonly people = new Map<string, WatchedPerson>();
  private readonly marked = new Set<string>();
  /** Of whom there may be news: looked at where others leave room for it, or whoever is new would wait for all of them. */
  private readonly doubted = new Set<string>();
  private readonly waiting = new Set<() => void>();
  private looking: Promise<void> | undefined;

  constructor(private readonly parts: WatchedPeopleParts) {}

  get(userId: string): WatchedPerson | undefined {
    return this.people.get(userId);
  }

  ids(): Iterable<string> {
    return this.people.keys();
  }

  /** A socket asks for somebody. */
  hold(userId: string, socket: GatewaySocket): void {
    const known = this.people.get(userId);
    known?.holders.add(socket);
    if (known) return;
    const { facts } = this.parts;
    const { showPresence, lastSeen } = facts.of(userId);
    // Somebody else may have let go of this person a moment ago, and what was known with them. And whoever was never seen may have been noted
    // between the reading and the listening that begins here.
    if (!facts.isKnown(userId) || lastSeen === null) facts.doubt([userId]);
    const holders = new Set([socket]);
    this.people.set(userId, {
      ...{ holders, audience: new Set(), showPresence, lastSeen, others: [], shown: undefined },
    });
    this.parts.board.listen(userId);
    this.mark(userId);
  }

  release(userId: string, socket: GatewaySocket): void {
    const person = this.people.get(userId);
    person?.audience.delete(socket);
    if (!person?.holders.delete(socket) || person.holders.size > 0) return;
    this.people.delete(userId);
    this.marked.delete(userId);
    this.doubted.delete(userId);
    this.parts.facts.forget(userId);
    this.parts.board.ignore(userId);
  }

  /** There is news of somebody; `leftAt`, in epoch milliseconds, where they left some node then. */
  mark(userId: string, leftAt?: number): void {
    const person = this.people.get(userId);
    if (person === undefined) return;
    if (leftAt !== undefined) person.lastSeen = Math.max(leftAt, person.lastSeen ?? 0);
    this.doubted.delete(userId);
    this.marked.add(userId);
    this.looking ??= this.look();
  }

  /** There may be news of anybody. */
  markAll(): void {
    for (const userId of this.people.keys()) if (!this.marked.has(userId)) this.doubted.add(userId);
    this.looking ??= this.look();
  }

  /** Resolves when all of these who are watched were looked at. */
  async seen(userIds: readonly string[]): Promise<void> {
    const isPending = (): boolean =>
      userIds.some((userId) => this.people.has(userId) && this.people.get(userId)?.shown === undefined);
    while (isPending()) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  /** Resolves when nothing is being looked at. */
  async stop(): Promise<void> {
    this.people.clear();
    this.marked.clear();
    this.doubted.clear();
    await this.looking;
  }

  private async look(): Promise<void> {
    do {
      // What is marked in the same turn is looked at together.
      await nextTurn();
      const userIds = this.takeNext();
      const others = await this.ask(userIds);
      // In a turn of its own: an answer that was made in this one is on its way before anything newer is told.
      await nextTurn();
      for (const userId of userIds) this.tell(userId, others?.get(userId));
      for (const resolve of this.waiting) resolve();
      this.waiting.clear();
      if (this.isAnybodyLeft) await pause(PAUSE_MS);
    } while (this.isAnybodyLeft);
    this.looking = undefined;
  }

  private get isAnybodyLeft(): boolean {
    return this.marked.size + this.doubted.size > 0;
  }

  private takeNext(): string[] {
    const userIds: string[] = [];
    for (const waiting of [this.marked, this.doubted]) {
      for (const userId of waiting) {
        if (userIds.length === BATCH) return userIds;
        waiting.delete(userId);
        userIds.push(userId);
      }
    }
    return userIds;
  }

  /** What other nodes say; undefined where they cannot be asked. Who is new is first listened for, so that nothing falls in between. */
  private async ask(userIds: readonly string[]): Promise<ReadonlyMap<string, readonly NodePart[]> | undefined> {
    const { board, log } = this.parts;
    if (userIds.some((userId) => this.people.get(userId)?.shown === undefined)) await board.settled();
    try {
      return await board.read(userIds);
    } catch (error) {
      log.debug({ err: error }, 'other nodes cannot be asked who is there');
      return undefined;
    }
  }

  /** @param others what other nodes say; where they could not be asked, what they said before counts as long as they live */
  private tell(userId: string, others: readonly NodePart[] | undefined): void {
    const person = this.people.get(userId);
    if (person === undefined) return;
    const { board, facts, here, io } = this.parts;
    if (person.others.some(({ node }) => !board.isAlive(node))) {
      person.lastSeen = Math.max(person.lastSeen ?? 0, Date.now() - UNNOTICED_MS);
    }
    person.others = others ?? person.others.filter(({ node }) => board.isAlive(node));
    const { showPresence, lastSeen } = facts.of(userId);
    person.showPresence = showPresence;
    if (lastSeen !== null) person.lastSeen = Math.max(lastSeen, person.lastSeen ?? 0);
    const presence = presenceOf(userId, person, here(userId));
    const isNew = person.shown === undefined || !isSame(person.shown, presence);
    person.shown = presence;
    if (!isNew || person.audience.size === 0) return;
    io.local.to([...person.audience].map(({ id }) => id)).emit('presence:changed', presence);
  }
}

function isSame(one: Presence, other: Presence): boolean {
  return one.status === other.status && one.lastSeenAt === other.lastSeenAt;
}
