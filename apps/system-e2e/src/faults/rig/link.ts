import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { PacedPipe, type Pace } from './paced-pipe';

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  readonly pipes: readonly PacedPipe[];
  /** Nothing moves on it ever again, and nobody is told. */
  isDead: boolean;
  diedAt: number;
  /** One of its two sides has closed it since. */
  isGivenUp: boolean;
}

/** What a link did to its connections since it was last asked: the proof that a fault took effect. */
export interface LinkEffects {
  reset: number;
  refused: number;
  stalled: number;
  delayed: number;
  /** Connections that were half open and that one of the two sides has given up by itself, and how long the last took, in milliseconds. */
  givenUp: number;
  givenUpAfterMs: number;
}

const nothing = (): LinkEffects => ({ reset: 0, refused: 0, stalled: 0, delayed: 0, givenUp: 0, givenUpAfterMs: 0 });

/** A connection between two parts of the system with somebody in the middle. Whatever it does, no byte is lost in mid-stream: a network loses none either. */
export class Link {
  private readonly pairs = new Set<Pair>();
  private server: Server | undefined;
  private pace: Pace | null = null;
  private isStalled = false;
  private refuses = false;
  private effects = nothing();
  port = 0;

  constructor(
    readonly name: string,
    private readonly target: () => { readonly host: string; readonly port: number },
  ) {}

  /** Begins to listen, on a port that stays the link's own. */
  async open(): Promise<void> {
    const server = createServer({ allowHalfOpen: true }, (near) => this.join(near));
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address === 'object' && address !== null) this.port = address.port;
    this.server = server;
  }

  /** Ends all connections at once, as a router that has lost its mind. */
  reset(): void {
    for (const pair of this.pairs) this.cut(pair);
  }

  /** Ends all connections and takes no new one until `heal`. */
  refuse(): void {
    this.refuses = true;
    this.reset();
    this.server?.close();
    this.server = undefined;
  }

  /** The connections that stand die without a word; new ones are as good as ever. */
  halfOpen(): void {
    for (const pair of this.pairs) {
      if (pair.isDead) continue;
      pair.isDead = true;
      pair.diedAt = performance.now();
      this.effects.stalled++;
      for (const pipe of pair.pipes) pipe.die();
    }
  }

  /** Nothing moves, on any connection, until `heal`. */
  stall(): void {
    this.isStalled = true;
    for (const pair of this.pairs) {
      this.effects.stalled++;
      for (const pipe of pair.pipes) pipe.stall();
    }
  }

  /** Every chunk takes its time, until `heal`. */
  slow({ latencyMs = () => 0, takesMs }: Pace): void {
    this.pace = {
      latencyMs: () => {
        this.effects.delayed++;
        return latencyMs();
      },
      ...(takesMs && { takesMs }),
    };
  }

  /** Everything is as it should be; answers what was not since the last time. */
  async heal(): Promise<LinkEffects> {
    this.pace = null;
    this.isStalled = false;
    for (const pair of this.pairs) {
      // What was dead stays dead: whoever still waits for it is told now.
      if (pair.isDead) this.cut(pair);
      else for (const pipe of pair.pipes) pipe.go();
    }
    if (this.refuses) {
      this.refuses = false;
      await this.open();
    }
    const { effects } = this;
    this.effects = nothing();
    return effects;
  }

  /** The connections that stand, half open ones included. */
  get connections(): number {
    return this.pairs.size;
  }

  /** Half open connections that one of the two sides has given up since the link was last healed. */
  get givenUp(): number {
    return this.effects.givenUp;
  }

  /** Half open connections that both sides still believe in. */
  get believedIn(): number {
    return [...this.pairs].filter(({ isDead, isGivenUp }) => isDead && !isGivenUp).length;
  }

  async close(): Promise<void> {
    this.reset();
    if (this.server) await once(this.server.close(), 'close');
  }

  private join(near: Socket): void {
    const far = connect(this.target());
    const pair: Pair = {
      near,
      far,
      ...{ isDead: false, isGivenUp: false, diedAt: 0 },
      pipes: [new PacedPipe(near, far, () => this.pace), new PacedPipe(far, near, () => this.pace)],
    };
    this.pairs.add(pair);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      socket.setNoDelay(true);
      socket.on('error', () => {
        if (!pair.isDead) other.resetAndDestroy();
      });
      socket.on('end', () => {
        if (pair.isDead) this.noteGivenUp(pair);
      });
      socket.on('close', () => {
        if (pair.isDead) return this.noteGivenUp(pair);
        // Until both sides have closed it, it is one that a fault can end.
        if (other.destroyed) this.pairs.delete(pair);
        else if (other.writable) other.end();
      });
    }
    if (this.isStalled) {
      this.effects.stalled++;
      for (const pipe of pair.pipes) pipe.stall();
    }
  }

  /** The other side hears nothing of it: it is let go when the link is healed. */
  private noteGivenUp(pair: Pair): void {
    if (pair.isGivenUp) return;
    pair.isGivenUp = true;
    this.effects.givenUp++;
    this.effects.givenUpAfterMs = Math.max(this.effects.givenUpAfterMs, performance.now() - pair.diedAt);
  }

  private cut(pair: Pair): void {
    this.effects.reset++;
    pair.isGivenUp = true;
    this.pairs.delete(pair);
    pair.near.resetAndDestroy();
    pair.far.resetAndDestroy();
  }
}
