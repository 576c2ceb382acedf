import type { Round } from '@parley/server-realtime';

/** How long none may have come back before this node counts as cut off from the others. */
const SILENCE_MS = 4_000;

export interface CanaryParts {
  readonly round: Round;
  /** Told of each that came back, how long it was on its way, in seconds. */
  readonly onReturned: (seconds: number) => void;
  readonly now?: () => number;
}

/**
 * Tells whether what this node says reaches the others and what they say reaches it, which no error ever shows: a message goes the way of the facts
 * once a second, from this node to itself. Each carries when it was sent, so that nothing has to be remembered of those that never come back.
 */
export class Canary {
  private seenAt: number;
  private readonly now: () => number;

  constructor(private readonly parts: CanaryParts) {
    this.now = parts.now ?? performance.now.bind(performance);
    this.seenAt = this.now();
    parts.round.onReturn((text) => this.returned(Number(text)));
  }

  /** Sends the next one; called every second. */
  send(): void {
    this.parts.round.send(String(this.now()));
  }

  /** Since one was last seen, or since the beginning. */
  get silenceMs(): number {
    return this.now() - this.seenAt;
  }

  /** @throws Error where none was seen for four seconds: this node is not ready */
  assertSeen(): void {
    if (this.silenceMs > SILENCE_MS) throw new Error(`nothing came round for ${(this.silenceMs / 1_000).toFixed(0)} s`);
  }

  private returned(sentAt: number): void {
    const now = this.now();
    // Nothing but this node sends here; what is no time of its own all the same tells nothing.
    if (!(sentAt > 0 && sentAt <= now)) return;
    this.seenAt = now;
    this.parts.onReturned((now - sentAt) / 1_000);
  }
}
