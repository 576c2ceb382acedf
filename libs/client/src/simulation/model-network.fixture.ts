import { ParleyError, type Ack, type CommandName, type FactName, type FactPayload } from '@parley/contracts';
import type { Machine } from '../machine';
import type { OpenTransport, TransportEvents } from '../socket/transport';
import { endOf } from './model-account.fixture';
import type { VirtualTime } from './virtual-time.fixture';

/** How bad the network between the parts is. Chances are from 0 to 1. */
export interface Weather {
  /** That a fact does not reach another gateway. */
  lost: number;
  /** That it reaches it twice. */
  doubled: number;
  /** Milliseconds that a hop takes at most; facts take up to four times as long, so they overtake each other. */
  hopMs: number;
}

export const fairWeather: Weather = { lost: 0, doubled: 0, hopMs: 5 };

/** Whose program talks, over what. */
export interface Seat {
  readonly userId: string;
  readonly machine: Machine & { readonly dead: boolean };
  /** No network at all. */
  offline: boolean;
}

/** One connection of a program to a gateway. */
export interface Line {
  readonly userId: string;
  readonly events: TransportEvents;
  readonly machine: Seat['machine'];
  readonly pending: Map<number, (answer: Ack<unknown> | null) => void>;
  open: boolean;
  /** Half-open: each side believes in it, and nothing passes. */
  stalled: boolean;
  /** A connection keeps the order: nothing arrives before what was sent before. */
  upAt: number;
  downAt: number;
  /** When the token ends that it stands on. */
  endsAt: number;
  /** Rooms that its member has come into and that it does not hear yet. */
  readonly deafTo: Set<string>;
}

export interface Gateway {
  alive: boolean;
  /** What a process that is gone had begun is gone with it. */
  life: number;
  readonly lines: Set<Line>;
}

/** Takes a command that arrived; `reply` sends the acknowledgement back and tells when it was heard. */
export type Arrived = (
  gateway: Gateway,
  line: Line,
  name: CommandName,
  payload: unknown,
  reply: (ack: Ack<unknown>, heard?: () => void) => void,
) => void;

/** How late a gateway closes a connection whose token has ended, in milliseconds: meanwhile it answers `unauthenticated`. */
const LATE_MS = 3_000;

/** Gateways, and the connections of programs to them, which do what networks do. */
export class ModelNetwork {
  readonly gateways: readonly Gateway[] = [0, 1].map(() => ({ alive: true, life: 0, lines: new Set() }));
  private present: Weather = fairWeather;
  /** The slowest hop there was: what was begun then may still be on its way. */
  private slowestMs = 0;
  /** Rises with everything that is done to it: between two equal numbers nothing was. */
  troubles = 0;
  /** Told of a connection that was left to end with its token though nothing was in the way of renewing it. */
  onUnrenewed: (userId: string) => void = () => undefined;

  constructor(
    readonly time: VirtualTime,
    private readonly arrived: Arrived,
  ) {}

  get weather(): Weather {
    return this.present;
  }

  set weather(weather: Weather) {
    this.present = weather;
    this.slowestMs = Math.max(this.slowestMs, weather.hopMs);
  }

  transport(seat: Seat): OpenTransport {
    return (token, events) => {
      const line: Line = {
        userId: seat.userId,
        events,
        machine: seat.machine,
        pending: new Map(),
        open: false,
        stalled: false,
        upAt: 0,
        downAt: 0,
        endsAt: endOf(token),
        deafTo: new Set(),
      };
      const gateway = this.gateways[Math.floor(this.time.chance() * this.gateways.length)] as Gateway;
      let closed = false;
      seat.machine.after(2 * this.time.some(this.weather.hopMs), () => {
        if (closed) return;
        if (seat.offline || !gateway.alive) return events.refused(undefined);
        if (line.endsAt <= this.time.now)
          return events.refused(new ParleyError('unauthenticated', 'It ended.').toWire());
        line.open = true;
        gateway.lines.add(line);
        this.guard(gateway, line);
        events.opened();
      });
      let asked = 0;
      return {
        emit: (name, payload, deadlineMs, answered) => {
          const id = ++asked;
          const answer = (value: Ack<unknown> | null): void => {
            if (line.pending.delete(id)) answered(value);
          };
          line.pending.set(id, answer);
          seat.machine.after(deadlineMs, () => answer(null));
          this.up(gateway, line, () =>
            this.arrived(gateway, line, name, payload, (ack, heard) =>
              this.down(gateway, line, () => {
                heard?.();
                line.pending.get(id)?.(ack);
              }),
            ),
          );
        },
        close: () => {
          closed = true;
          line.open = false;
          // The server finds out in its own time.
          this.time.after(this.time.some(this.weather.hopMs), () => gateway.lines.delete(line));
          for (const answer of [...line.pending.values()]) answer(null);
        },
      };
    };
  }

  /** The client goes on with a new token. */
  renew(gateway: Gateway, line: Line, token: string): void {
    const endsAt = endOf(token);
    if (endsAt <= this.time.now) throw new ParleyError('unauthenticated', 'It ended.');
    line.endsAt = endsAt;
    this.guard(gateway, line);
  }

  /** The gateway is killed: what it held in memory is gone, its clients' connections break. */
  kill(gateway: Gateway): void {
    this.troubles++;
    gateway.alive = false;
    gateway.life++;
    for (const line of [...gateway.lines]) this.break(gateway, line);
  }

  /** The connection breaks, and the client is told at once. */
  cut(userId: string, machine: Machine): void {
    this.troubles++;
    for (const gateway of this.gateways)
      for (const line of [...gateway.lines])
        if (line.userId === userId && line.machine === machine) this.break(gateway, line);
  }

  /** A gateway takes a session for ended that is not: it answers `unauthenticated`, and closes the connection in its own time. */
  expire(machine: Machine): void {
    this.troubles++;
    for (const gateway of this.gateways)
      for (const line of gateway.lines) {
        if (line.machine !== machine) continue;
        line.endsAt = this.time.now;
        this.time.after(this.time.some(LATE_MS), () => this.break(gateway, line));
      }
  }

  /** The connection stands and carries nothing any more. */
  stall(machine: Machine): void {
    this.troubles++;
    for (const { lines } of this.gateways) for (const line of lines) if (line.machine === machine) line.stalled = true;
  }

  /** Tells those on one gateway whom it concerns at that moment. */
  tell<N extends FactName>(
    gateway: Gateway,
    concerns: (line: Line) => boolean,
    name: N,
    payload: FactPayload<N>,
  ): void {
    for (const line of gateway.lines)
      if (concerns(line)) this.down(gateway, line, () => line.events.fact(name, payload));
  }

  /** Tells those on one gateway directly, and on every other through what may lose, double and delay. */
  spread<N extends FactName>(from: Gateway, concerns: (line: Line) => boolean, name: N, payload: FactPayload<N>): void {
    this.carry(from, (gateway) => this.tell(gateway, concerns, name, payload));
  }

  /** Brings news to one gateway directly, and to every other through what may lose, double and delay. */
  carry(from: Gateway, arrive: (gateway: Gateway) => void): void {
    for (const gateway of this.gateways) {
      if (gateway === from) arrive(gateway);
      else if (this.time.chance() >= this.weather.lost) {
        const times = this.time.chance() < this.weather.doubled ? 2 : 1;
        for (let i = 0; i < times; i++)
          this.time.after(this.time.some(4 * this.weather.hopMs), () => {
            if (gateway.alive) arrive(gateway);
          });
      }
    }
  }

  /** As a gateway does it: it tells ahead that a token will end, and closes the connection that did not go on with a new one. */
  private guard(gateway: Gateway, line: Line): void {
    const { endsAt } = line;
    if (endsAt === Infinity) return;
    const { time } = this;
    const stands = (): boolean => line.open && line.endsAt === endsAt && gateway.lines.has(line);
    const noticeMs = (endsAt - time.now) / 2;
    time.after(noticeMs, () => {
      if (!stands()) return;
      // Renewing takes a dozen hops at most, and no more than one attempt where nothing goes wrong.
      const isEasy = !line.stalled && noticeMs > 20 * this.slowestMs;
      const { troubles } = this;
      this.down(gateway, line, () => line.events.fact('session:expiring', { expiresInMs: endsAt - time.now }));
      time.after(endsAt - time.now + time.some(LATE_MS), () => {
        if (!stands()) return;
        if (isEasy && troubles === this.troubles) this.onUnrenewed(line.userId);
        this.break(gateway, line);
      });
    });
  }

  private break(gateway: Gateway, line: Line): void {
    gateway.lines.delete(line);
    if (!line.open) return;
    line.open = false;
    if (line.stalled) return;
    line.machine.after(this.time.some(this.weather.hopMs), () => {
      line.events.closed();
      for (const answer of [...line.pending.values()]) answer(null);
    });
  }

  private up(gateway: Gateway, line: Line, arrive: () => void): void {
    const { life } = gateway;
    line.upAt = Math.max(line.upAt, this.time.now + this.time.some(this.weather.hopMs));
    // What is on its way arrives though the program that sent it is dead: only the line itself can lose it.
    this.time.after(line.upAt - this.time.now, () => {
      if (gateway.life === life && gateway.lines.has(line) && !line.stalled) arrive();
    });
  }

  private down(gateway: Gateway, line: Line, arrive: () => void): void {
    const { life } = gateway;
    line.downAt = Math.max(line.downAt, this.time.now + this.time.some(this.weather.hopMs));
    line.machine.after(line.downAt - this.time.now, () => {
      if (line.open && !line.stalled && gateway.life === life) arrive();
    });
  }
}
