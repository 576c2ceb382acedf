/** One realtime gateway as the front sees it. */
export interface GatewayAddress {
  readonly name: string;
  readonly port: number;
  /** Where its readiness is asked for. */
  readonly opsPort: number;
}

/** A gateway with the connections it carries through this front. */
export interface Gateway extends GatewayAddress {
  connections: number;
  /** Of these, those that it has not answered yet: each is told to try another one where this one has fallen silent. */
  readonly pending: Set<() => void>;
  /** Probes in a row without an answer. */
  silence: number;
  isReady: boolean;
}

const PROBE_EVERY_MS = 1_000;
const PROBE_DEADLINE_MS = 1_000;
/** A gateway that is only busy answers sooner or later; one that stands still lets people wait for nothing. */
const SILENT_PROBES = 3;
/** So many handshakes under way are as good as none: a gateway takes some times that many at once. */
const EASY = 16;

/**
 * The gateways behind the front: each new connection goes to the ready one that carries the fewest. While many connect at once, it goes to the one with
 * the fewest waiting: else one that has just begun, and carries nobody, would have to let in by itself all whom another one lost.
 */
export class GatewayPool {
  readonly #gateways: readonly Gateway[];
  #timer: NodeJS.Timeout | undefined;

  constructor(addresses: readonly GatewayAddress[]) {
    this.#gateways = addresses.map((address) => ({
      ...address,
      connections: 0,
      pending: new Set(),
      silence: 0,
      isReady: true,
    }));
  }

  get isEmpty(): boolean {
    return this.#gateways.length === 0;
  }

  /** Begins to ask every gateway for its readiness once a second: one that drains gets no new connections. */
  watch(): void {
    this.#timer = setInterval(() => void this.probe(), PROBE_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /**
   * The gateway for the next connection, none of those that were tried already; undefined when all were. When nobody is
   * ready, somebody unready is better than nobody: what all of them miss may be no more than the Redis between them.
   */
  choose(tried: ReadonlySet<Gateway> = new Set()): Gateway | undefined {
    const left = this.#gateways.filter((gateway) => !tried.has(gateway));
    const ready = left.filter(({ isReady }) => isReady);
    return (ready.length > 0 ? ready : left).toSorted(
      (a, b) => pressure(a) - pressure(b) || a.connections - b.connections,
    )[0];
  }

  /** Asks every gateway once; never rejects. */
  async probe(): Promise<void> {
    await Promise.all(
      this.#gateways.map(async (gateway) => {
        const answer = await readinessOf(gateway.opsPort);
        gateway.isReady = answer === true;
        gateway.silence = answer === null ? gateway.silence + 1 : 0;
        if (gateway.silence >= SILENT_PROBES) for (const giveUp of gateway.pending) giveUp();
      }),
    );
  }
}

function pressure({ pending }: Gateway): number {
  return Math.floor(pending.size / EASY);
}

/** Whether it is ready; null where it did not answer. */
async function readinessOf(opsPort: number): Promise<boolean | null> {
  try {
    const signal = AbortSignal.timeout(PROBE_DEADLINE_MS);
    const response = await fetch(`http://127.0.0.1:${opsPort}/health/ready`, { signal });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return null;
  }
}
