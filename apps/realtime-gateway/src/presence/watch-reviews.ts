import { ParleyError } from '@parley/contracts';
import { newRequestId, requestContext, type Logger } from '@parley/server-runtime';
import type { GatewaySocket } from '../connection/gateway-socket';
import type { PresenceWatches } from './presence-watches';

/** Watches looked at again at the same time. */
const AT_ONCE = 4;
/** Watches looked at again in a second without any news: each costs a call of the users service. */
const DOUBTED_A_SECOND = 25;

/**
 * Sockets whose watch has to be looked at again, as a block may have come or gone. Each stays until it was: news of a block is told once, and whoever is
 * not looked at would go on seeing whom they may not.
 */
export class WatchReviews {
  private readonly due = new Set<GatewaySocket>();
  /** Those of all who watch that are still to be doubted in this round. */
  private doubted: Iterator<GatewaySocket> | undefined;
  private isRunning = false;

  constructor(
    private readonly watches: Pick<PresenceWatches, 'review' | 'sockets'>,
    private readonly log: Logger,
  ) {}

  add(sockets: Iterable<GatewaySocket>): void {
    for (const socket of sockets) this.due.add(socket);
    void this.run();
  }

  /** News may have been lost: all who watch now come to be looked at, some each second. A round that is not over goes on. */
  doubtAll(): void {
    this.doubted ??= [...this.watches.sockets()].values();
  }

  /** Goes on with those in doubt, and with what could not be looked at before; called every second. */
  tick(): void {
    for (let n = 0; n < DOUBTED_A_SECOND && this.doubted !== undefined; n++) {
      const next = this.doubted.next();
      if (next.done) this.doubted = undefined;
      else this.due.add(next.value);
    }
    void this.run();
  }

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    const again: GatewaySocket[] = [];
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.reviewInTurn(again)));
    for (const socket of again) this.due.add(socket);
    this.isRunning = false;
  }

  /** Ends with the first that fails, unless its client has only asked for others meanwhile: the service that was asked has better things to do. */
  private async reviewInTurn(again: GatewaySocket[]): Promise<void> {
    for (const socket of this.due) {
      this.due.delete(socket);
      try {
        // Not in the context of whoever told the news: its deadline would be everybody's.
        const review = () => this.watches.review(socket);
        if (!(await requestContext.run({ requestId: newRequestId() }, review))) again.push(socket);
      } catch (error) {
        this.log.debug({ err: error }, 'whom a socket may see was not looked at again yet');
        again.push(socket);
        if (!(error instanceof ParleyError && error.code === 'conflict')) return;
      }
    }
  }
}
