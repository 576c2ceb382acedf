import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';

/** How long a connection may stay without having shown that it knows the secret. */
const PROOF_DEADLINE_MS = 10_000;

/** The other end of one connection: what it was challenged with, and how far its calls have come. */
export class Peer {
  readonly challenge = randomBytes(16).toString('base64url');
  #lastCount = 0;
  #isCutOff = false;
  readonly #proofTimer: NodeJS.Timeout;

  constructor(private readonly socket: Socket) {
    this.#proofTimer = setTimeout(() => socket.destroy(), PROOF_DEADLINE_MS).unref();
    socket.once('close', () => clearTimeout(this.#proofTimer));
  }

  get address(): string | undefined {
    return this.socket.remoteAddress;
  }

  /** Frames that arrived together with the one that was its last are not looked at. */
  get isCutOff(): boolean {
    return this.#isCutOff;
  }

  /** Ends the connection, once what was answered has been sent. */
  cutOff(): void {
    this.#isCutOff = true;
    this.socket.destroySoon();
  }

  /**
   * Whether an authentic envelope is meant for this connection and new on it; remembers that it was here. A connection keeps its
   * frames in order, so one number is memory enough.
   */
  admits({ challenge, count }: { readonly challenge: string; readonly count: number }): boolean {
    if (challenge !== this.challenge || count <= this.#lastCount) return false;
    if (this.#lastCount === 0) clearTimeout(this.#proofTimer);
    this.#lastCount = count;
    return true;
  }
}
