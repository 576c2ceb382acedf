export interface DoorOptions {
  /** Connections that may be between their upgrade and the end of their handshake. */
  readonly atOnce: number;
  /** Connections that may wait outside. */
  readonly capacity: number;
  /** After how long one that was let in and has not said who it is makes room for the next, in milliseconds. */
  readonly holdMs: number;
}

/** A TCP connection, as far as the door looks at it. */
export interface Visitor {
  /** False once the other side has ended what it sends. */
  readonly readable: boolean;
  once(event: 'end' | 'close', listener: () => void): this;
  off(event: 'end' | 'close', listener: () => void): this;
  on(event: 'error', listener: () => void): this;
}

/** Its errors all end in 'close'. Without a listener they would end the process: while a connection waits for its upgrade nobody else has one. */
const ignore = (): void => undefined;

/**
 * Before it, connections wait for their upgrade to a WebSocket, in their order. In a storm the upgrades are most of the work, and to upgrade all
 * at once means to upgrade none before its client has given up: then the same work comes again. One that waits costs a TCP connection and nothing
 * else, and one that gives up has cost no more than that.
 */
export class Door {
  private readonly waiting = new Map<Visitor, { readonly enter: () => void; readonly leave: () => void }>();
  private readonly inside = new Map<Visitor, NodeJS.Timeout>();

  constructor(private readonly options: DoorOptions) {}

  /** How many wait. */
  get queue(): number {
    return this.waiting.size;
  }

  /**
   * Lets the visitor enter when its turn comes, unless it has left by then; `passed` ends its turn.
   * @returns false where too many wait already: then it is neither let in nor remembered
   */
  admit(visitor: Visitor, enter: () => void): boolean {
    visitor.on('error', ignore);
    if (this.inside.size < this.options.atOnce) this.enter(visitor, enter);
    else if (this.waiting.size < this.options.capacity) this.wait(visitor, enter);
    else return false;
    return true;
  }

  /** The visitor has said who it is: how long the rest takes is not its fault, and it is waited for. */
  readonly spoke = (visitor: Visitor): void => clearTimeout(this.inside.get(visitor));

  /** The visitor is through, or has left: the next may enter. */
  readonly passed = (visitor: Visitor): void => {
    const holding = this.inside.get(visitor);
    if (holding === undefined) return;
    clearTimeout(holding);
    this.inside.delete(visitor);
    for (const [next, { enter, leave }] of this.waiting) {
      if (this.inside.size >= this.options.atOnce) return;
      leave();
      if (next.readable) this.enter(next, enter);
    }
  };

  private enter(visitor: Visitor, enter: () => void): void {
    this.inside.set(visitor, setTimeout(this.passed, this.options.holdMs, visitor).unref());
    visitor.once('close', () => this.passed(visitor));
    enter();
  }

  private wait(visitor: Visitor, enter: () => void): void {
    const leave = (): void => {
      this.waiting.delete(visitor);
      visitor.off('end', leave).off('close', leave);
    };
    this.waiting.set(visitor, { enter, leave });
    // One that waits sends nothing: the end of what it sends is the end of its waiting.
    visitor.once('end', leave).once('close', leave);
  }
}
