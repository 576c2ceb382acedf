/** What is needed of a WebSocket to ask its client how far it has read: each answers a ping by itself, in its turn among all that was sent before. */
export interface AskedSocket {
  ping(data: string): unknown;
  on(event: 'pong', listener: (data: Uint8Array) => void): unknown;
}

/** Asked after each so many bytes that were told. */
const ASK_AFTER = 64 * 1_024;
/** Told and not known to be read: with so much, and with so long a silence, a client has stopped, or falls ever further behind. */
const UNREAD = 1_000_000;
const SILENCE_MS = 3_000;

/**
 * How far a client has read what it is told. The systems between take megabytes before anything shows in a buffer of ours, and say nothing of it; so the
 * client is asked, one question at a time. Only what nobody asked for counts: on a slow line an answer may take as long as it likes. A question may overtake what
 * still waits in Engine.IO's own buffer, which `SlowReaders` counts: that errs on the client's side.
 */
export class ReadingProbe {
  private questions = 0;
  private askedAt: number | null = null;
  private toldBefore = 0;
  private unread = 0;
  /** Since when that is too much. */
  private tooMuchSince = 0;

  constructor(
    private readonly socket: AskedSocket,
    private readonly now: () => number,
  ) {
    socket.on('pong', (data) => this.answered(data));
  }

  /** Notes that so many bytes were told, and answers whether the client seems to have stopped reading. */
  told(bytes: number): boolean {
    if (this.unread <= UNREAD && this.unread + bytes > UNREAD) this.tooMuchSince = this.now();
    this.unread += bytes;
    if (this.askedAt === null && this.unread >= ASK_AFTER) this.ask();
    return this.tooMuchForMs !== null;
  }

  /** For how long there has been too much that the client does not answer for; null where all is well. */
  get tooMuchForMs(): number | null {
    if (this.askedAt === null || this.unread <= UNREAD || this.now() - this.askedAt <= SILENCE_MS) return null;
    return this.now() - Math.max(this.askedAt, this.tooMuchSince);
  }

  private ask(): void {
    this.askedAt = this.now();
    this.toldBefore = this.unread;
    this.socket.ping(String(++this.questions));
  }

  private answered(data: Uint8Array): void {
    // A pong that nobody asked for says nothing.
    if (this.askedAt === null || Buffer.from(data).toString() !== String(this.questions)) return;
    this.askedAt = null;
    this.unread -= this.toldBefore;
    this.tooMuchSince = this.now();
    if (this.unread >= ASK_AFTER) this.ask();
  }
}
