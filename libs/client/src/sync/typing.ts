import { limits } from '@parley/contracts';
import type { RoomContext } from './room-context';

/** One's own mark is repeated this often while one types on, in milliseconds: before the server ends it. */
const REPEAT_MS = limits.typingMs / 2;

/** Who is typing in a room. Every mark ends by itself; one's own is sent no oftener than it must be. */
export class Typing {
  private readonly others = new Map<string, () => void>();
  private saidAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly roomId: string,
    private readonly context: RoomContext,
    private readonly changed: (userIds: readonly string[]) => void,
  ) {}

  heard(userId: string, active: boolean): void {
    if (userId === this.context.ownId()) return;
    const stop = this.others.get(userId);
    if (!active && stop === undefined) return;
    stop?.();
    if (active)
      this.others.set(
        userId,
        this.context.machine.after(limits.typingMs, () => this.heard(userId, false)),
      );
    else this.others.delete(userId);
    this.changed([...this.others.keys()]);
  }

  set(active: boolean): void {
    const now = this.context.machine.now();
    if (active && now - this.saidAt < REPEAT_MS) return;
    if (!active && this.saidAt === Number.NEGATIVE_INFINITY) return;
    this.saidAt = active ? now : Number.NEGATIVE_INFINITY;
    // A mark that does not arrive is not worth an error: it would have ended by itself.
    if (this.context.isOnline())
      this.context.command('typing:set', { roomId: this.roomId, active }).catch(() => undefined);
  }

  stop(): void {
    this.set(false);
  }

  /** Forgets everybody's mark: what was heard before the connection broke says nothing now. */
  clear(): void {
    for (const stop of this.others.values()) stop();
    const had = this.others.size > 0;
    this.others.clear();
    if (had) this.changed([]);
  }
}
