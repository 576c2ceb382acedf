import { ParleyError, type CommandData, type CommandPayload, type Presence } from '@parley/contracts';
import type { Services } from '@parley/server-edge';
import type { Actor } from '@parley/server-rpc';
import type { GatewaySocket } from '../connection/gateway-socket';
import type { PresenceFacts } from './presence-facts';
import type { WatchedPeople } from './watched-people';
import { unseen } from './watched-person';

/** What one socket has asked for. */
interface Watch {
  readonly userIds: ReadonlySet<string>;
  /** Those of them whom the member may see. */
  readonly held: ReadonlySet<string>;
}

/** Who watches whom, by socket: the latest call stands for all. Anybody may be watched whose profile the watcher may see. */
export class PresenceWatches {
  private readonly watches = new Map<GatewaySocket, Watch>();
  private readonly latest = new WeakMap<GatewaySocket, object>();
  /** Whom a client is just asking for. */
  private readonly asking = new Map<GatewaySocket, ReadonlySet<string>>();

  constructor(
    private readonly users: Pick<Services['users'], 'contactable'>,
    private readonly people: WatchedPeople,
    private readonly facts: PresenceFacts,
  ) {}

  /** @throws ParleyError `unavailable`; `conflict` where the socket has asked for others meanwhile */
  async watch(
    actor: Actor,
    socket: GatewaySocket,
    { userIds }: CommandPayload<'presence:watch'>,
  ): Promise<CommandData<'presence:watch'>> {
    const asked = new Set(userIds);
    this.asking.set(socket, asked);
    try {
      return { presences: await this.replace(actor, socket, asked) };
    } finally {
      if (this.asking.get(socket) === asked) this.asking.delete(socket);
    }
  }

  /** A socket that is gone watches nobody. */
  end(socket: GatewaySocket): void {
    this.latest.delete(socket);
    this.asking.delete(socket);
    for (const userId of this.watches.get(socket)?.held ?? []) this.people.release(userId, socket);
    this.watches.delete(socket);
  }

  /**
   * Looks again at whom a socket may see of those whom it has asked for, and tells what is different. Answers whether it could: not while the client is just
   * asking, which a review would overtake, and whose answer may be from before the news.
   */
  async review(socket: GatewaySocket): Promise<boolean> {
    if (this.asking.has(socket)) return false;
    const before = this.watches.get(socket);
    if (before === undefined) return true;
    const { userId, sessionId } = socket.data.identity;
    const presences = await this.replace({ userId, sessionId }, socket, before.userIds);
    const held = this.watches.get(socket)?.held;
    for (const presence of presences) {
      if (before.held.has(presence.userId) !== held?.has(presence.userId)) socket.emit('presence:changed', presence);
    }
    return true;
  }

  /** Whether a socket has asked for somebody, or is just asking, seen or not. */
  asksFor(socket: GatewaySocket, userId: string): boolean {
    const asked = [this.watches.get(socket)?.userIds, this.asking.get(socket)];
    return asked.some((userIds) => userIds?.has(userId));
  }

  *sockets(): Iterable<GatewaySocket> {
    yield* this.watches.keys();
    yield* this.asking.keys();
  }

  private async replace(actor: Actor, socket: GatewaySocket, userIds: ReadonlySet<string>): Promise<Presence[]> {
    const turn = {};
    this.latest.set(socket, turn);
    const held = new Set(await this.visible(actor, [...userIds]));
    try {
      await this.facts.learn([...held]);
      this.assertLatest(socket, turn);
      this.hold(socket, { userIds, held });
      await this.people.seen([...held]);
      this.assertLatest(socket, turn);
    } finally {
      for (const userId of held) if (this.people.get(userId) === undefined) this.facts.forget(userId);
    }
    // From here on it hears what changes: this answer is what it changes from.
    for (const userId of held) this.people.get(userId)?.audience.add(socket);
    return [...userIds].map(
      (userId) => (held.has(userId) ? this.people.get(userId)?.shown : undefined) ?? unseen(userId),
    );
  }

  private hold(socket: GatewaySocket, watch: Watch): void {
    const before = this.watches.get(socket)?.held ?? new Set();
    this.watches.set(socket, watch);
    for (const userId of watch.held) this.people.hold(userId, socket);
    for (const userId of before) if (!watch.held.has(userId)) this.people.release(userId, socket);
  }

  /** Those who exist and whom no block divides from the member. */
  private async visible(actor: Actor, userIds: readonly string[]): Promise<readonly string[]> {
    if (userIds.length === 0) return [];
    return (await this.users.contactable({ userIds: [...userIds] }, { actor })).userIds;
  }

  private assertLatest(socket: GatewaySocket, turn: object): void {
    if (this.latest.get(socket) !== turn || !socket.connected) {
      throw new ParleyError('conflict', 'A later presence:watch has replaced this one.');
    }
  }
}
