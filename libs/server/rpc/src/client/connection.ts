import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { ClientTCP, type ReadPacket } from '@nestjs/microservices';
import { withDeadline, type Address } from '@parley/server-runtime';
import { ANSWER_CHARACTERS_MAX, HELLO, WelcomeSchema, type Meta } from '../wire/envelope';
import type { Signer } from '../wire/signer';
import { dropWhatIsHeld, writeTogether, type Batch } from '../wire/write-together';
import { AnswerLost, NotSent, TimedOut } from './failures';

/** What a connection is told of a call; the rest of `Meta` it knows itself. */
export type CallMeta = Omit<Meta, 'challenge' | 'count'>;

/** An answer as it came: JSON text, or an error that nobody has looked at yet. */
export type Answer = { readonly json: string } | { readonly error: unknown };

/** Where so many calls wait for their answers, those of a short time go out together: one write of ours, one read of theirs, and mostly one commit. */
const CROWD = 3;
const CROWD_HOLD_MS = 2;
const CONNECT_MS = 1_000;
const PROBE_MS = 1_000;
/** A connection that nobody uses is tried each time that nothing was heard on it for so long, and has so long to answer: nobody else would notice that it is half open. */
const IDLE_MS = 3_000;
const IDLE_PROBE_MS = 2_000;

/** One TCP connection to one instance: opened when it is first needed, and again after it broke. */
export class Connection extends ClientTCP {
  readonly #signer: Signer;
  /** The challenge of the connection that stands or is being made. */
  #welcome: Promise<string> | undefined;
  #count = 0;
  #packets = 0;
  #lastHeardAt = 0;
  #isProbing = false;
  #idle: NodeJS.Timeout | undefined;
  /** The challenge once it is known: undefined while there is no connection. */
  #session: string | undefined;

  constructor({ host, port }: Address, signer: Signer) {
    super({ host, port, maxBufferSize: 2 * ANSWER_CHARACTERS_MAX, incompleteMessageTimeout: 10_000 });
    this.#signer = signer;
  }

  /** @throws NotSent when no instance of ours answers at the address right now */
  async check(): Promise<void> {
    await this.#challenge(CONNECT_MS);
    await this.#greet(PROBE_MS).catch((error: unknown) => {
      throw new NotSent(error);
    });
  }

  /**
   * Sends one call and waits for its answer, `meta.deadlineMs` at most.
   * @throws NotSent, AnswerLost or TimedOut
   */
  async call(pattern: string, meta: CallMeta, body: string): Promise<Answer> {
    const deadline = performance.now() + meta.deadlineMs;
    const challenge = this.#session ?? (await this.#challenge(meta.deadlineMs));
    const deadlineMs = Math.floor(deadline - performance.now());
    if (deadlineMs <= 0) throw new NotSent(new TimedOut());
    const envelope = this.#signer.seal(pattern, { ...meta, deadlineMs, challenge, count: ++this.#count }, body);
    return this.#exchange(pattern, envelope, deadlineMs);
  }

  /** Cuts the connection; calls that wait on it end with `AnswerLost`. */
  destroy(): void {
    this.socket?.netSocket.destroy();
    this.handleClose();
  }

  override handleClose(): void {
    this.#welcome = undefined;
    this.#session = undefined;
    clearInterval(this.#idle);
    super.handleClose();
  }

  /** A broken connection shows in the calls on it; Nest's own report would add nothing but noise. */
  override handleError(): void {}

  override async handleResponse(packet: unknown): Promise<void> {
    this.#lastHeardAt = performance.now();
    await super.handleResponse(packet);
  }

  /** Nest makes a random id for each packet; on one connection a number does, and costs nothing. */
  protected override assignPacketId(packet: ReadPacket): ReadPacket & { id: string } {
    return Object.assign(packet, { id: String(++this.#packets) });
  }

  /** The connection's challenge; connects first where there is no connection. Those who wait at the same time share one attempt. */
  async #challenge(ms: number): Promise<string> {
    this.#welcome ??= this.#connect();
    const welcome = this.#welcome;
    try {
      return await withDeadline('connecting', ms, () => welcome);
    } catch (error) {
      throw new NotSent(error);
    }
  }

  async #connect(): Promise<string> {
    try {
      return await withDeadline('connecting', CONNECT_MS, async () => {
        await this.connect();
        dropWhatIsHeld(this.unwrap<Socket>().setNoDelay(true).setKeepAlive(true, 10_000));
        this.#session = await this.#greet(CONNECT_MS);
        this.#count = 0;
        clearInterval(this.#idle);
        this.#idle = setInterval(() => this.#tryIdle(), IDLE_MS).unref();
        return this.#session;
      });
    } catch (error) {
      this.destroy();
      throw error;
    }
  }

  /** Has the other side show that it lives and holds the secret; answers the connection's challenge. */
  async #greet(ms: number): Promise<string> {
    const nonce = randomBytes(16).toString('base64url');
    const answer = await this.#exchange(HELLO, { nonce }, ms);
    if ('error' in answer) throw new Error('it refused to say hello');
    const { challenge, proof } = WelcomeSchema.parse(JSON.parse(answer.json));
    if (!this.#signer.isProof(proof, nonce, challenge)) throw new Error('it does not hold the secret of our services');
    return challenge;
  }

  #exchange(pattern: string, data: object, ms: number): Promise<Answer> {
    const sentAt = performance.now();
    return new Promise((resolve, reject) => {
      let isSent = false;
      let batch: Batch = { isOut: true };
      if (this.#session !== undefined && this.socket) {
        batch = writeTogether(this.socket.netSocket, this.routingMap.size < CROWD ? 0 : CROWD_HOLD_MS);
      }
      const forget = this.publish({ pattern, data }, ({ err, response }: { err?: unknown; response?: unknown }) => {
        if (!isSent) return reject(new NotSent(err));
        clearTimeout(timer);
        forget();
        // What our own side of the transport reports is an Error; what the other side answers is plain data.
        if (err instanceof Error) reject(batch.isOut ? new AnswerLost() : new NotSent(err));
        else resolve(typeof response === 'string' ? { json: response } : { error: err });
      });
      const timer = setTimeout(() => {
        forget();
        reject(new TimedOut());
        if (this.#lastHeardAt < sentAt) this.#probe();
      }, ms);
      isSent = true;
    });
  }

  /** Calls that wait have deadlines of their own, which show as much. */
  #tryIdle(): void {
    if (this.routingMap.size === 0 && performance.now() - this.#lastHeardAt >= IDLE_MS) this.#probe(IDLE_PROBE_MS);
  }

  /** Tells a slow instance from a dead connection, which TCP alone would notice minutes later. */
  #probe(ms = PROBE_MS): void {
    if (this.#isProbing || this.#session === undefined) return;
    this.#isProbing = true;
    this.#greet(ms)
      .catch(() => this.destroy())
      .finally(() => {
        this.#isProbing = false;
      });
  }
}
