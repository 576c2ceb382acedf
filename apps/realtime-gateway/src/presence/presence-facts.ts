import { limits } from '@parley/contracts';
import type { Services } from '@parley/server-edge';
import type { Logger } from '@parley/server-runtime';

/** What the users service knows of somebody's presence. `lastSeen` in epoch milliseconds. */
export interface PresenceFact {
  readonly showPresence: boolean;
  readonly lastSeen: number | null;
}

/** Nobody is shown before it is known that they want to be. */
const NOT_KNOWN: PresenceFact = { showPresence: false, lastSeen: null };
const DEADLINE_MS = 2_000;

/** Who shows their presence, of the people whom this node watches: read when somebody is first asked for, and again when that may have changed. */
export class PresenceFacts {
  private readonly known = new Map<string, PresenceFact>();
  /** Who has to be asked for again. */
  private readonly stale = new Set<string>();

  constructor(
    private readonly users: Pick<Services['users'], 'presenceFacts'>,
    private readonly log: Logger,
  ) {}

  of(userId: string): PresenceFact {
    return this.known.get(userId) ?? NOT_KNOWN;
  }

  isKnown(userId: string): boolean {
    return this.known.has(userId);
  }

  /** Reads what is not known of these. @throws ParleyError `unavailable` */
  async learn(userIds: readonly string[]): Promise<void> {
    await this.read(userIds.filter((userId) => !this.known.has(userId)));
  }

  forget(userId: string): void {
    this.known.delete(userId);
    this.stale.delete(userId);
  }

  /** What is known of these, who are watched, may be out of date, or nothing is known. */
  doubt(userIds: Iterable<string>): void {
    for (const userId of userIds) this.stale.add(userId);
  }

  /** Reads again what may be out of date, and answers of whom. Never rejects: what could not be read is read at the next call. */
  async refresh(): Promise<readonly string[]> {
    const userIds = [...this.stale].slice(0, limits.presenceFacts);
    for (const userId of userIds) this.stale.delete(userId);
    try {
      await this.read(userIds);
      return userIds;
    } catch (error) {
      this.log.debug({ err: error }, 'who shows their presence could not be read');
      this.doubt(userIds);
      return [];
    }
  }

  private async read(userIds: readonly string[]): Promise<void> {
    if (userIds.length === 0) return;
    const { users } = await this.users.presenceFacts({ userIds: [...userIds] }, { deadlineMs: DEADLINE_MS });
    for (const { userId, showPresence, lastSeenAt } of users) {
      this.known.set(userId, { showPresence, lastSeen: lastSeenAt === null ? null : Date.parse(lastSeenAt) });
    }
  }
}
