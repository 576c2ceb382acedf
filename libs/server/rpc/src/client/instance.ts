import type { Address } from '@parley/server-runtime';
import type { Signer } from '../wire/signer';
import { Connection, type Answer, type CallMeta } from './connection';

const BACKOFF_FIRST_MS = 100;
const BACKOFF_MAX_MS = 2_000;

/** One instance of a service: its connection, and how it has fared lately. */
export class Instance {
  readonly name: string;
  readonly #connection: Connection;
  #failures = 0;
  #avoidUntil = 0;
  #inFlight = 0;
  #isRetired = false;

  constructor(address: Address, signer: Signer) {
    this.name = `${address.host}:${address.port}`;
    this.#connection = new Connection(address, signer);
  }

  /** Until when (`performance.now()`) other instances are to be preferred, since this one failed lately. */
  get avoidUntil(): number {
    return this.#avoidUntil;
  }

  /** Resolves when the instance answers; rejects otherwise. */
  check(): Promise<void> {
    return this.#connection.check();
  }

  async call(pattern: string, meta: CallMeta, body: string): Promise<Answer> {
    this.#inFlight++;
    try {
      return await this.#connection.call(pattern, meta, body);
    } finally {
      this.#inFlight--;
      if (this.#isRetired && this.#inFlight === 0) this.#connection.close();
    }
  }

  /** Answers whether the instance had been failing. */
  noteSuccess(): boolean {
    const wasFailing = this.#failures > 0;
    this.#failures = 0;
    this.#avoidUntil = 0;
    return wasFailing;
  }

  /** Answers whether the instance had been well. */
  noteFailure(): boolean {
    const backoff = Math.min(BACKOFF_MAX_MS, BACKOFF_FIRST_MS * 2 ** this.#failures);
    this.#avoidUntil = performance.now() + backoff;
    this.#failures++;
    return this.#failures === 1;
  }

  /** No more calls will come: ends the connection as soon as those that wait have ended. */
  retire(): void {
    this.#isRetired = true;
    if (this.#inFlight === 0) this.#connection.close();
  }

  /** Ends the connection now. */
  destroy(): void {
    this.#connection.destroy();
  }
}
