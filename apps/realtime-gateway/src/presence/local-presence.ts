import { strongest, type PresenceBoard, type PresencePart } from '@parley/server-realtime';

/** How long somebody whose last device has gone is still there: a page that is loaded again, or a connection that moves, does not flicker. */
const LINGER_MS = 4_000;

/** One connection of a member. */
export interface Device {
  readonly id: string;
  readonly userId: string;
}

export interface LocalPresenceParts {
  readonly board: Pick<PresenceBoard, 'say' | 'leave'>;
  /** How a member is here has changed; `leftAt`, in epoch milliseconds, where they have left. */
  readonly changed: (userId: string, leftAt?: number) => void;
  readonly now?: () => number;
}

/** How the members with devices on this node are here: several devices are one presence. */
export class LocalPresence {
  private readonly devices = new Map<string, Map<string, PresencePart>>();
  /** Whose last device has gone a moment ago, and when; the earliest first. */
  private readonly leaving = new Map<string, { readonly part: PresencePart; readonly leftAt: number }>();
  private readonly now: () => number;

  constructor(private readonly parts: LocalPresenceParts) {
    this.now = parts.now ?? (() => Date.now());
  }

  /** A device is in use from the moment on that it connects, until it says that it is not. */
  connected({ id, userId }: Device): void {
    const mine = this.devices.get(userId) ?? new Map<string, PresencePart>();
    this.change(userId, () => {
      this.devices.set(userId, mine.set(id, { status: 'online', since: this.now() }));
      this.leaving.delete(userId);
    });
  }

  disconnected({ id, userId }: Device): void {
    const mine = this.devices.get(userId);
    if (!mine?.has(id)) return;
    this.change(userId, () => {
      const part = strongest(mine.values());
      mine.delete(id);
      if (mine.size > 0 || part === null) return;
      this.devices.delete(userId);
      this.leaving.set(userId, { part, leftAt: this.now() });
    });
  }

  set({ id, userId }: Device, active: boolean): void {
    const mine = this.devices.get(userId);
    const status = active ? 'online' : 'away';
    if (mine === undefined || mine.get(id)?.status === status || !mine.has(id)) return;
    this.change(userId, () => mine.set(id, { status, since: this.now() }));
  }

  /** How a member is on this node; null where they are not. */
  partOf(userId: string): PresencePart | null {
    const mine = this.devices.get(userId);
    return mine === undefined ? (this.leaving.get(userId)?.part ?? null) : strongest(mine.values());
  }

  /** Lets those go whose time is over; called every second. */
  tick(): void {
    for (const [userId, { leftAt }] of this.leaving) {
      if (leftAt > this.now() - LINGER_MS) return;
      this.leaving.delete(userId);
      this.parts.board.leave(userId, leftAt);
      this.parts.changed(userId, leftAt);
    }
  }

  /** The members on this node, and when they left it, now for those who have not. In epoch milliseconds. */
  *everybody(): Iterable<readonly [userId: string, leftAt: number]> {
    for (const [userId, { leftAt }] of this.leaving) yield [userId, leftAt];
    for (const userId of this.devices.keys()) yield [userId, this.now()];
  }
  /** Nothing is told where a member is as before: one device more or less of several. */
  private change(userId: string, work: () => void): void {
    const before = this.partOf(userId);
    work();
    const after = this.partOf(userId);
    if (after === null || (before !== null && isSame(before, after))) return;
    this.parts.board.say(userId, after);
    this.parts.changed(userId);
  }
}

/** Since when somebody is online is told to nobody. */
function isSame(one: PresencePart, other: PresencePart): boolean {
  return one.status === other.status && (one.status === 'online' || one.since === other.since);
}
