import type { Ack } from '@parley/contracts';
import { RawSocket } from '@parley/testing';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../random';

/** A command whose outcome is not known. */
export class NoAnswer extends Error {}

export interface BareClientOptions {
  /** The ports it may connect to; tried by turns, after a break the next. */
  readonly ports: readonly number[];
  /** A token; a new one where the last was refused or is about to expire. */
  readonly token: (isNew: boolean) => Promise<string>;
  readonly random: Random;
  /** Each text frame as it was on the wire, acknowledgements included. */
  readonly onFrame: (frame: string) => void;
  readonly onFact: (name: string, payload: unknown) => void;
  readonly onOnline: () => void;
  readonly onOffline?: () => void;
}

const ANSWER_MS = 6_000;
const HANDSHAKE_MS = 8_000;

interface Waiting {
  readonly resolve: (answer: Ack<unknown>) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** Socket.IO spoken by hand, as little of it as a client needs. It comes back for ever, and gives no help but what a command gives. */
export class BareClient {
  private socket: RawSocket | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;
  private turn: number;
  private isClosed = false;
  private handshake: NodeJS.Timeout | undefined;
  private isRefused = false;
  isOnline = false;
  connections = 0;

  constructor(private readonly options: BareClientOptions) {
    this.turn = options.random.between(0, 1_000);
  }

  open(): void {
    const port = this.options.ports[this.turn++ % this.options.ports.length] ?? 0;
    const socket: RawSocket = new RawSocket(port, '/socket.io/?EIO=4&transport=websocket', {
      open: () => undefined,
      text: (text) => void this.hear(text),
      close: () => this.over(socket),
    });
    this.socket = socket;
    this.handshake = setTimeout(() => socket.close(), HANDSHAKE_MS);
  }

  /** Gives a command. @throws NoAnswer where its outcome is not known */
  command<T>(name: string, payload: unknown): Promise<Ack<T>> {
    const { socket } = this;
    if (!this.isOnline || !socket) return Promise.reject(new NoAnswer('not connected'));
    const id = this.count++;
    const answer = new Promise<Ack<unknown>>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(id);
        reject(new NoAnswer('too late'));
        // A connection on which nothing at all is heard is dead, whatever TCP thinks.
        if (performance.now() - socket.lastHeardAt > ANSWER_MS) socket.close();
      }, ANSWER_MS);
      this.waiting.set(id, { resolve, reject, timer });
    });
    socket.send(`42${id}${JSON.stringify([name, payload])}`);
    return answer as Promise<Ack<T>>;
  }

  /** Ends the present connection; another begins. */
  drop(): void {
    this.socket?.close();
  }

  /** Reads only so much a second on the present connection. */
  slowDown(bytesPerSecond: number): void {
    this.socket?.slowDown(bytesPerSecond);
  }

  close(): void {
    this.isClosed = true;
    this.socket?.close();
  }

  private async hear(text: string): Promise<void> {
    if (text === '2') return this.socket?.send('3');
    this.options.onFrame(text);
    if (text.startsWith('0')) return this.login();
    if (text.startsWith('40')) return this.online();
    if (text.startsWith('44')) this.isRefused = text.includes('"unauthenticated"');
    if (text.startsWith('44') || text.startsWith('41')) return this.socket?.close();
    if (text.startsWith('43')) return this.answered(text);
    if (!text.startsWith('42')) return;
    const [name, payload] = JSON.parse(text.slice(2)) as [string, unknown];
    if (name === 'session:expiring') void this.renew();
    this.options.onFact(name, payload);
  }

  private async login(): Promise<void> {
    const { socket } = this;
    try {
      socket?.send(`40${JSON.stringify({ token: await this.options.token(this.isRefused) })}`);
    } catch {
      socket?.close();
    }
  }

  private async renew(): Promise<void> {
    try {
      await this.command('session:renew', { token: await this.options.token(true) });
    } catch {
      // The connection ends when the token does; the next one has a new token.
    }
  }

  private online(): void {
    clearTimeout(this.handshake);
    this.isRefused = false;
    this.isOnline = true;
    this.connections++;
    this.options.onOnline();
  }

  private answered(text: string): void {
    const bracket = text.indexOf('[');
    const waiting = this.waiting.get(Number(text.slice(2, bracket)));
    if (!waiting) return;
    this.waiting.delete(Number(text.slice(2, bracket)));
    clearTimeout(waiting.timer);
    const [answer] = JSON.parse(text.slice(bracket)) as [Ack<unknown>];
    waiting.resolve(answer);
  }

  private over(socket: RawSocket): void {
    if (socket !== this.socket) return;
    clearTimeout(this.handshake);
    const wasOnline = this.isOnline;
    this.isOnline = false;
    this.socket = null;
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(new NoAnswer('the connection broke'));
    }
    this.waiting.clear();
    if (wasOnline) this.options.onOffline?.();
    if (!this.isClosed) void pause(200 + this.options.random.next() * 1_000).then(() => this.isClosed || this.open());
  }
}
