import { setTimeout as pause } from 'node:timers/promises';
import type { Timing } from '../history/events';
import type { Surroundings } from './fault';

const POLL_MS = 100;
const PROBE_MS = 3_000;
/** A canary each second, none for four seconds, and one round of checks. */
const UNREADY_MS = 6_000;
const READY_AGAIN_MS = 5_000;
/** So long is looked whether it is ready again. */
const PATIENCE_MS = 15_000;

/** Looks how soon gateways that are cut off from the others say so, and how soon they are ready again. */
export class ReadinessTimes {
  private readonly unreadyAt = new Map<number, number>();
  private readonly from: number;
  private isOver = false;
  private readonly work: Promise<unknown>;

  /** @param gateways their numbers, from 1 on */
  constructor(
    private readonly gateways: readonly number[],
    private readonly by: string,
    private readonly surroundings: Surroundings,
  ) {
    this.from = surroundings.journal.now();
    this.work = Promise.all(gateways.map((gateway) => this.look(gateway)));
  }

  /** To be called just before the fault is healed; notes what came of it. Answers how to look for being ready again once it is healed. */
  async stop(): Promise<() => Promise<void>> {
    const { journal, chapter } = this.surroundings;
    this.isOver = true;
    const until = journal.now();
    await this.work;
    for (const gateway of this.gateways) {
      const tookMs = (this.unreadyAt.get(gateway) ?? Infinity) - this.from;
      // A fault that was too short for it shows nothing.
      if (tookMs === Infinity && until - this.from <= UNREADY_MS) continue;
      chapter.timings.push(this.timing(gateway, 'says that it is not ready', UNREADY_MS, tookMs, this.from, until));
    }
    return async () => {
      const healedAt = journal.now();
      await Promise.all(
        this.gateways.map(async (gateway) => {
          let isReady = await this.isReady(gateway);
          while (!isReady && journal.now() - healedAt < PATIENCE_MS) {
            await pause(POLL_MS);
            isReady = await this.isReady(gateway);
          }
          const now = journal.now();
          const tookMs = isReady ? now - healedAt : Infinity;
          chapter.timings.push(this.timing(gateway, 'is ready again', READY_AGAIN_MS, tookMs, healedAt, now));
        }),
      );
    };
  }

  private timing(gateway: number, what: string, limitMs: number, tookMs: number, from: number, until: number): Timing {
    const name = `realtime-gateway-${gateway}`;
    const needs = [name, 'redis', 'postgres', 'messages', 'chatrooms', 'users'];
    return { what: `${name} ${what}`, limitMs, tookMs, from, until, needs, by: this.by };
  }

  private async look(gateway: number): Promise<void> {
    while (!this.isOver) {
      const isReady = await this.isReady(gateway);
      if (!isReady && !this.isOver) return void this.unreadyAt.set(gateway, this.surroundings.journal.now());
      await pause(POLL_MS);
    }
  }

  private async isReady(gateway: number): Promise<boolean> {
    const port = this.surroundings.rig.running.system.gatewayPorts[gateway - 1] ?? 0;
    try {
      const { ok } = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(PROBE_MS) });
      return ok;
    } catch {
      return false;
    }
  }
}
