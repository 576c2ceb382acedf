import type { Machine } from '../machine';
import type { Rooms } from './rooms';
import type { SyncEngine } from './sync-engine';

/** How often the rooms in view are checked, and how often all of them, in milliseconds at most: each time at a moment of its own. */
const IN_VIEW_MS = 8_000;
const ALL_MS = 90_000;
/** A room of which something was heard so lately has shown by its revision that nothing before it is missing, in milliseconds. */
const LATELY_MS = 1_000;

/**
 * The client's own check. A lost fact shows by the next one of its room; where nothing follows, nothing shows. So rooms in view are asked about every few
 * seconds, all of them now and then. A check that is not answered tells in the same way that the connection is gone.
 */
export class Watch {
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly engine: SyncEngine,
    private readonly rooms: Rooms,
    private readonly machine: Machine,
  ) {}

  start(): void {
    this.stop();
    this.fetchAgain();
    this.every(0, IN_VIEW_MS, () => this.checkInView());
    this.every(1, ALL_MS, () => this.engine.checkAll());
  }

  stop(): void {
    for (const stop of this.stops) stop();
  }

  checkInView(): void {
    this.fetchAgain();
    const before = this.machine.now() - LATELY_MS;
    this.engine.check([...this.rooms.all].filter((room) => room.isInView && !room.isMissing && room.heardAt <= before));
  }

  /** What could not be had when it was wanted. */
  private fetchAgain(): void {
    const { error, loading } = this.rooms.overview.get();
    if (error && !loading) void this.rooms.load();
    for (const room of this.rooms.all) if (room.isInView && room.state.get().status === 'error') void room.open();
  }

  private every(index: 0 | 1, atMostMs: number, check: () => void): void {
    this.stops[index] = this.machine.after(atMostMs * (0.5 + 0.5 * this.machine.random()), () => {
      this.every(index, atMostMs, check);
      check();
    });
  }
}
