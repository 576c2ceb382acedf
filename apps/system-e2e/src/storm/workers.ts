import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { StormSeat } from './storm-client';
import type { WorkerOrder, WorkerReport } from './worker';

/** How far the number of those connected fell. */
export interface Dip {
  readonly fewest: number;
  /** When there were last fewer than was asked for, by `performance.now`; 0 where there never were. */
  readonly endedAt: number;
  /** How many were connected at the end of each second. */
  readonly course: readonly number[];
}

/** The processes that carry the clients, as one. */
export class StormWorkers {
  private readonly children: ChildProcess[];
  private readonly reports: WorkerReport[];
  private readonly listeners = new Set<() => void>();

  /** @param ports the fronts that clients connect to */
  constructor(seats: readonly StormSeat[], ports: readonly number[], processes: number) {
    const share = Math.ceil(seats.length / processes);
    this.reports = Array.from({ length: processes }, () => ({ connected: 0, converged: null, turnedAway: {} }));
    this.children = this.reports.map((_, index) => {
      const child = fork(join(import.meta.dirname, 'worker.ts'));
      child.on('message', (report: WorkerReport) => {
        this.reports[index] = report;
        for (const listener of this.listeners) listener();
      });
      send(child, { type: 'seats', seats: seats.slice(index * share, (index + 1) * share), ports });
      return child;
    });
  }

  get pids(): number[] {
    return this.children.flatMap(({ pid }) => pid ?? []);
  }

  tell(order: WorkerOrder): void {
    for (const child of this.children) send(child, order);
  }

  get connected(): number {
    return this.reports.reduce((sum, { connected }) => sum + connected, 0);
  }

  get converged(): number {
    return this.reports.reduce((sum, { converged }) => sum + (converged ?? 0), 0);
  }

  /** Attempts to connect that came to nothing so far, by reason. */
  get turnedAway(): Record<string, number> {
    const sum: Record<string, number> = {};
    for (const { turnedAway } of this.reports) {
      for (const [reason, count] of Object.entries(turnedAway)) sum[reason] = (sum[reason] ?? 0) + count;
    }
    return sum;
  }

  /** Milliseconds from `since` (of `performance.now`) until `holds`; null where that took longer than `withinMs`. */
  until(holds: () => boolean, since: number, withinMs: number): Promise<number | null> {
    return new Promise((resolve) => {
      const finish = (answer: number | null): void => {
        clearTimeout(timer);
        this.listeners.delete(look);
        resolve(answer);
      };
      const look = (): void => {
        if (holds()) finish(performance.now() - since);
      };
      const timer = setTimeout(() => finish(null), Math.max(0, since + withinMs - performance.now()));
      this.listeners.add(look);
      look();
    });
  }

  /** Watches from now on how few are connected at worst, and when there were last fewer than `least`. */
  watchDip(least: number): Dip {
    const begin = performance.now();
    const dip = { fewest: this.connected, endedAt: 0, course: [] as number[] };
    this.listeners.add(() => {
      dip.course[Math.floor((performance.now() - begin) / 1_000)] = this.connected;
      dip.fewest = Math.min(dip.fewest, this.connected);
      if (this.connected < least) dip.endedAt = performance.now();
    });
    return dip;
  }

  stop(): void {
    for (const child of this.children) child.kill('SIGKILL');
  }
}

function send(child: ChildProcess, order: WorkerOrder): void {
  child.send(order);
}
