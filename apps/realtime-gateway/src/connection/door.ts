export interface DoorOptions {
  /** Connections that may be between their upgrade and the end of their handshake. */
  readonly atOnce: number;
  /** Connections that may wait outside, in all and from one address. */
  readonly capacity: number;
  readonly capacityEach: number;
  /** After how long one that was let in and has not said who it is makes room for the next, in milliseconds. */
  readonly holdMs: number;
  /** After how long nobody waits any more at the other end, in milliseconds. */
  readonly patienceMs: number;
}

/** A TCP connection, as far as the door looks at it. */
export interface Visitor {
  /** False once the other side has ended what it sends. */
  readonly readable: boolean;
  once(event: 'end' | 'close', listener: () => void): this;
  off(event: 'end' | 'close', listener: () => void): this;
  on(event: 'error', listener: () => void): this;
  destroy(): unknown;
}

interface Waiting {
  readonly since: number;
  readonly enter: () => void;
  readonly leave: () => void;
}

/** Its errors all end in 'close'. Without a listener they would end the process: while a connection waits for its upgrade nobody else has one. */
const ignore = (): void => undefined;

/**
 * Before it, connections wait for their upgrade to a WebSocket: those from one address in their order, the addresses in turns, so that whoever comes
 * often waits for themselves. In a storm the upgrades are most of the work, and to upgrade all at once means to upgrade none before its client has
 * given up: then the same work comes again. One that waits costs a TCP connection and nothing else, and one that gives up has cost no more than that.
 */
export class Door {
  /** By address, the one whose turn is next first. */
  private readonly waiting = new Map<string, Map<Visitor, Waiting>>();
  private readonly inside = new Map<Visitor, NodeJS.Timeout>();
  private outside = 0;

  constructor(private readonly options: DoorOptions) {}

  /** How many wait. */
  get queue(): number {
    return this.outside;
  }

  /**
   * Lets the visitor enter when its turn comes, unless it has left by then; `passed` ends its turn.
   * @returns false where too many wait already: then it is neither let in nor remembered
   */
  admit(visitor: Visitor, address: string, enter: () => void): boolean {
    const { atOnce, capacity, capacityEach } = this.options;
    visitor.on('error', ignore);
    if (this.inside.size < atOnce) this.enter(visitor, enter);
    else if (this.outside >= capacity || (this.waiting.get(address)?.size ?? 0) >= capacityEach) return false;
    else this.wait(visitor, address, enter);
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
    while (this.outside > 0 && this.inside.size < this.options.atOnce) this.next();
  };

  /** Takes the first one of the address whose turn it is; the address is the last then. */
  private next(): void {
    for (const [address, visitors] of this.waiting) {
      this.waiting.delete(address);
      this.waiting.set(address, visitors);
      for (const [visitor, { since, enter, leave }] of visitors) {
        leave();
        if (performance.now() - since > this.options.patienceMs) visitor.destroy();
        else if (visitor.readable) this.enter(visitor, enter);
        return;
      }
    }
  }

  private enter(visitor: Visitor, enter: () => void): void {
    this.inside.set(visitor, setTimeout(this.passed, this.options.holdMs, visitor).unref());
    visitor.once('close', () => this.passed(visitor));
    enter();
  }

  private wait(visitor: Visitor, address: string, enter: () => void): void {
    const visitors = this.waiting.get(address) ?? new Map<Visitor, Waiting>();
    const leave = (): void => {
      visitor.off('end', leave).off('close', leave);
      if (!visitors.delete(visitor)) return;
      this.outside--;
      if (visitors.size === 0) this.waiting.delete(address);
    };
    this.waiting.set(address, visitors.set(visitor, { since: performance.now(), enter, leave }));
    this.outside++;
    // One that waits sends nothing: the end of what it sends is the end of its waiting.
    visitor.once('end', leave).once('close', leave);
  }
}
