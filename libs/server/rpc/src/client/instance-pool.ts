import type { Address, Logger } from '@parley/server-runtime';
import type { Signer } from '../wire/signer';
import { Instance } from './instance';
import { isLiteral, resolveAll, systemLookup, type Lookup } from './resolver';

export interface InstancePoolOptions {
  readonly addresses: readonly Address[];
  readonly signer: Signer;
  readonly log: Logger;
  /** How names are looked up; the system's way by default. */
  readonly lookup?: Lookup;
  /** How often names are looked up again, in milliseconds; 5 s by default. */
  readonly lookupEveryMs?: number;
}

const LOOKUP_EVERY_MS = 5_000;

/** The instances of a service, by turns. Names are looked up again and again, so that instances come and go. */
export class InstancePool {
  readonly #options: InstancePoolOptions;
  /** By `host:port`; for each configured address those that were found last. */
  #instances: ReadonlyMap<string, Instance> = new Map();
  #found: readonly (readonly Address[])[] = [];
  #turn = 0;
  #refreshing: Promise<void> | undefined;
  readonly #timer: NodeJS.Timeout | undefined;
  #lastSuccessAt = Number.NEGATIVE_INFINITY;

  constructor(options: InstancePoolOptions) {
    this.#options = options;
    if (options.addresses.every(isLiteral)) {
      this.#keep(options.addresses.map((address) => [address]));
      return;
    }
    const every = options.lookupEveryMs ?? LOOKUP_EVERY_MS;
    this.#timer = setInterval(() => void this.refresh(), every).unref();
  }

  /** When (`performance.now()`) some instance last answered. */
  get lastSuccessAt(): number {
    return this.#lastSuccessAt;
  }

  get instances(): readonly Instance[] {
    return [...this.#instances.values()];
  }

  /** Whether instances are known; without any, `refresh` may find some. */
  get isReady(): boolean {
    return this.#instances.size > 0;
  }

  /** The next instance by turns that was not tried yet; those that failed lately come last, the one that may be back first. */
  pick(tried: ReadonlySet<Instance>): Instance | undefined {
    const open = this.instances.filter((instance) => !tried.has(instance));
    const now = performance.now();
    const well = open.filter(({ avoidUntil }) => avoidUntil <= now);
    if (well.length > 0) return well[this.#turn++ % well.length];
    return open.reduce<Instance | undefined>(
      (best, instance) => (best === undefined || instance.avoidUntil < best.avoidUntil ? instance : best),
      undefined,
    );
  }

  noteSuccess(instance: Instance): void {
    this.#lastSuccessAt = performance.now();
    if (instance.noteSuccess()) this.#options.log.info({ instance: instance.name }, 'an instance answers again');
  }

  noteFailure(instance: Instance, error: unknown): void {
    if (!instance.noteFailure()) return;
    const reason = error instanceof Error ? error.message : String(error);
    this.#options.log.warn({ instance: instance.name, reason }, 'an instance does not answer');
    if (this.#timer !== undefined) void this.refresh();
  }

  /** Looks names up again; calls at the same time share one look-up. Never rejects. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  close(): void {
    clearInterval(this.#timer);
    for (const instance of this.#instances.values()) instance.destroy();
  }

  async #refresh(): Promise<void> {
    const { addresses, lookup = systemLookup } = this.#options;
    const found = await resolveAll(addresses, lookup);
    this.#keep(found.map((instances, index) => instances ?? this.#found[index] ?? []));
  }

  #keep(found: readonly (readonly Address[])[]): void {
    this.#found = found;
    const next = new Map<string, Instance>();
    for (const address of found.flat()) {
      const name = `${address.host}:${address.port}`;
      next.set(name, next.get(name) ?? this.#instances.get(name) ?? new Instance(address, this.#options.signer));
    }
    for (const [name, instance] of this.#instances) if (!next.has(name)) instance.retire();
    this.#instances = next;
  }
}
