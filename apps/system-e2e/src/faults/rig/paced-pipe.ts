import type { Socket } from 'node:net';

/** How bytes fare on a link. Whatever it is, they keep their order. */
export interface Pace {
  /** Milliseconds that a chunk is on its way, however many others are. */
  readonly latencyMs?: () => number;
  /** Milliseconds that a chunk of this many bytes takes up the link: the next has to wait for it. */
  readonly takesMs?: (bytes: number) => number;
}

/** Bytes held back at most, after which the source is not read on. */
const HELD_MAX = 256 * 1_024;

/** Carries bytes from one socket to another, all of them and in their order, at the pace of the moment. */
export class PacedPipe {
  private readonly waiting: { readonly chunk: Buffer; at: number }[] = [];
  private held = 0;
  private lastAt = 0;
  private timer: NodeJS.Timeout | undefined;
  private hasEnded = false;
  private isStalled = false;
  private isDead = false;
  carried = 0;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly pace: () => Pace | null,
  ) {
    from.on('data', (chunk: Buffer) => this.take(chunk));
    from.on('end', () => {
      this.hasEnded = true;
      this.flush();
    });
    to.on('drain', () => this.resume());
  }

  /** Nothing moves until `go`; nothing is lost. */
  stall(): void {
    this.isStalled = true;
    clearTimeout(this.timer);
    this.from.pause();
  }

  /** Nothing gets through ever again. What comes is taken, as by a machine that has lost its power after the last hop, so that its end is noticed. */
  die(): void {
    this.stall();
    this.isDead = true;
    this.from.resume();
  }

  /** What was held back goes at once. */
  go(): void {
    this.isStalled = false;
    const now = performance.now();
    for (const held of this.waiting) held.at = Math.min(held.at, now);
    this.lastAt = Math.min(this.lastAt, now);
    this.flush();
    this.resume();
  }

  private take(chunk: Buffer): void {
    if (this.isDead) return;
    const pace = this.pace();
    const now = performance.now();
    const free = Math.max(this.lastAt, now) + (pace?.takesMs?.(chunk.length) ?? 0);
    this.lastAt = Math.max(free, now + (pace?.latencyMs?.() ?? 0));
    this.waiting.push({ chunk, at: this.lastAt });
    this.held += chunk.length;
    if (this.held > HELD_MAX) this.from.pause();
    this.flush();
  }

  private flush(): void {
    clearTimeout(this.timer);
    if (this.isStalled || this.to.destroyed) return;
    const now = performance.now();
    for (let next = this.waiting[0]; next !== undefined && next.at <= now + 0.5; next = this.waiting[0]) {
      this.waiting.shift();
      this.held -= next.chunk.length;
      this.carried += next.chunk.length;
      if (!this.to.write(next.chunk)) this.from.pause();
    }
    const [next] = this.waiting;
    if (next !== undefined) this.timer = setTimeout(() => this.flush(), next.at - now);
    else if (this.hasEnded) this.to.end();
    if (this.held <= HELD_MAX / 2) this.resume();
  }

  private resume(): void {
    if (!this.isStalled && this.held <= HELD_MAX && !this.to.writableNeedDrain) this.from.resume();
  }
}
