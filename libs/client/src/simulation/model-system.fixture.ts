import {
  ParleyError,
  type Ack,
  type CommandName,
  type CommandRequest,
  type FactName,
  type FactPayload,
} from '@parley/contracts';
import type { Machine } from '../machine';
import type { OpenTransport, TransportEvents } from '../socket/transport';
import type { RoomApi } from '../sync/room-context';
import type { ModelRoom } from './model-room.fixture';
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

interface Line {
  readonly userId: string;
  readonly events: TransportEvents;
  readonly machine: Machine & { readonly dead: boolean };
  readonly pending: Map<number, (answer: Ack<unknown> | null) => void>;
  open: boolean;
  /** Half-open: each side believes in it, and nothing passes. */
  stalled: boolean;
  /** A connection keeps the order: nothing arrives before what was sent before. */
  upAt: number;
  downAt: number;
}

interface Gateway {
  alive: boolean;
  /** What a process that is gone had begun is gone with it. */
  life: number;
  readonly lines: Set<Line>;
}

/** Whose program talks, over what. */
export interface Seat {
  readonly userId: string;
  readonly machine: Machine & { readonly dead: boolean };
  /** No network at all. */
  offline: boolean;
}

/** Parley itself, after the contract: rooms that are durable, gateways that are not, and networks between them that do what networks do. */
export class ModelSystem {
  readonly rooms: ReadonlyMap<string, ModelRoom>;
  readonly gateways: readonly Gateway[] = [0, 1].map(() => ({ alive: true, life: 0, lines: new Set() }));
  weather: Weather = fairWeather;
  /** The messages service is away: every command that needs it fails, some of them after they were carried out. */
  serviceDown = false;
  /** Told of each acknowledgement of a message that reached its sender. */
  onAcknowledged: (clientMessageId: string, seq: number) => void = () => undefined;

  constructor(
    readonly time: VirtualTime,
    rooms: readonly ModelRoom[],
  ) {
    this.rooms = new Map(rooms.map((room) => [room.id, room]));
  }

  transport(seat: Seat): OpenTransport {
    return (_token, events) => {
      const line: Line = {
        userId: seat.userId,
        events,
        machine: seat.machine,
        pending: new Map(),
        open: false,
        stalled: false,
        upAt: 0,
        downAt: 0,
      };
      const gateway = this.gateways[Math.floor(this.time.chance() * this.gateways.length)] as Gateway;
      let closed = false;
      seat.machine.after(2 * this.time.some(this.weather.hopMs), () => {
        if (closed) return;
        if (seat.offline || !gateway.alive) return events.refused(undefined);
        line.open = true;
        gateway.lines.add(line);
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
          this.up(gateway, line, () => this.handle(gateway, line, id, name, payload));
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

  rest(seat: Seat): RoomApi {
    const call = <T>(read: () => T): Promise<T> =>
      new Promise((resolve, reject) => {
        const there = this.time.some(4 * this.weather.hopMs);
        const back = this.time.some(8 * this.weather.hopMs);
        seat.machine.after(there, () => {
          if (seat.offline || this.serviceDown)
            return seat.machine.after(back, () => reject(new ParleyError('unavailable', 'away')));
          const answer = read();
          return seat.machine.after(back, () => resolve(answer));
        });
      });
    const room = (id: string): ModelRoom => {
      const found = this.rooms.get(id);
      if (!found) throw new ParleyError('not_found', 'no such room');
      return found;
    };
    return {
      messages: { history: ({ params, query = {} }) => call(() => room(params.id).page({ ...query })) },
      chatrooms: {
        create: () => Promise.reject(new ParleyError('forbidden', 'not in this model')),
        setMine: ({ params }) => call(() => room(params.id).item(seat.userId)),
        answerRequest: () => Promise.reject(new ParleyError('forbidden', 'not in this model')),
        overview: () =>
          call(() => ({ items: [...this.rooms.values()].map((each) => each.item(seat.userId)), nextCursor: null })),
      },
    };
  }

  /** The gateway is killed: what it held in memory is gone, its clients' connections break. */
  kill(gateway: Gateway): void {
    gateway.alive = false;
    gateway.life++;
    for (const line of [...gateway.lines]) this.break(gateway, line);
  }

  /** The connection breaks, and the client is told at once. */
  cut(userId: string, machine: Machine): void {
    for (const gateway of this.gateways)
      for (const line of [...gateway.lines])
        if (line.userId === userId && line.machine === machine) this.break(gateway, line);
  }

  /** The connection stands and carries nothing any more. */
  stall(machine: Machine): void {
    for (const { lines } of this.gateways) for (const line of lines) if (line.machine === machine) line.stalled = true;
  }

  tell<N extends FactName>(gateway: Gateway, userIds: readonly string[], name: N, payload: FactPayload<N>): void {
    for (const line of gateway.lines)
      if (userIds.includes(line.userId)) this.down(gateway, line, () => line.events.fact(name, payload));
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

  private handle(gateway: Gateway, line: Line, id: number, name: CommandName, payload: unknown): void {
    const { life } = gateway;
    // Three moments of their own: the commit, the answer, the telling. A gateway that dies between them leaves out the rest.
    this.time.after(this.time.some(this.weather.hopMs), () => {
      if (gateway.life !== life) return;
      const answer = this.carryOut(line.userId, name, payload);
      this.time.after(this.time.some(this.weather.hopMs), () => {
        if (gateway.life !== life) return;
        this.down(gateway, line, () => {
          if (answer.ack.ok && name === 'message:send') {
            const message = answer.ack.data as { clientMessageId: string; seq: number };
            this.onAcknowledged(message.clientMessageId, message.seq);
          }
          line.pending.get(id)?.(answer.ack);
        });
      });
      this.time.after(this.time.some(2 * this.weather.hopMs), () => {
        if (gateway.life === life) answer.publish(gateway);
      });
    });
  }

  private carryOut(
    userId: string,
    name: CommandName,
    payload: unknown,
  ): { ack: Ack<unknown>; publish: (from: Gateway) => void } {
    const silence = (): void => undefined;
    const failed = { ok: false, error: new ParleyError('unavailable', 'The service is away.').toWire() } as const;
    // A service that dies may have committed before.
    if (this.serviceDown && this.time.chance() < 0.5) return { ack: failed, publish: silence };
    try {
      const { data, publish } = this.command(userId, name, payload as never);
      return this.serviceDown ? { ack: failed, publish: silence } : { ack: { ok: true, data }, publish };
    } catch (error) {
      if (!(error instanceof ParleyError)) throw error;
      return { ack: { ok: false, error: error.toWire() }, publish: silence };
    }
  }

  private command<N extends CommandName>(
    userId: string,
    name: N,
    payload: CommandRequest<N>,
  ): { data: unknown; publish: (from: Gateway) => void } {
    const silence = (): void => undefined;
    if (name === 'rooms:sync') {
      const asked = (payload as CommandRequest<'rooms:sync'>).rooms;
      const changes = Object.entries(asked).flatMap(([roomId, revision]) => {
        const found = this.rooms.get(roomId)?.changesAfter(userId, revision);
        return found ? [[roomId, found] as const] : [];
      });
      return { data: { rooms: Object.fromEntries(changes), joined: [], left: [] }, publish: silence };
    }
    const room = this.rooms.get((payload as { roomId: string }).roomId);
    if (!room?.members.includes(userId)) throw new ParleyError('not_found', 'no such room');
    if (name === 'message:send') {
      const { clientMessageId, text } = payload as CommandRequest<'message:send'>;
      const { message, created } = room.append(userId, clientMessageId, text);
      return { data: message, publish: created ? this.spread(room.members, 'message:created', message) : silence };
    }
    if (name === 'message:edit' || name === 'message:delete') {
      const { seq } = payload as CommandRequest<'message:delete'>;
      const stamp = new Date(this.time.now).toISOString();
      const message = room.change(
        userId,
        seq,
        name === 'message:edit'
          ? { text: (payload as CommandRequest<'message:edit'>).text, editedAt: stamp }
          : { text: null, deletedAt: stamp },
      );
      return { data: message, publish: this.spread(room.members, 'message:updated', message) };
    }
    if (name === 'room:read') {
      const before = room.cursorOf(userId);
      const cursor = room.read(userId, (payload as CommandRequest<'room:read'>).seq);
      const moved = { roomId: room.id, userId, lastReadSeq: cursor.lastReadSeq };
      return {
        data: cursor,
        publish: cursor.lastReadSeq > before ? this.spread(room.members, 'room:readMoved', moved) : silence,
      };
    }
    return { data: {}, publish: silence };
  }

  /** Tells the sender's own gateway directly, and every other one through what may lose, double and delay. */
  private spread<N extends FactName>(userIds: readonly string[], name: N, payload: FactPayload<N>) {
    return (from: Gateway): void => {
      for (const gateway of this.gateways) {
        if (gateway === from) this.tell(gateway, userIds, name, payload);
        else if (this.time.chance() >= this.weather.lost) {
          const times = this.time.chance() < this.weather.doubled ? 2 : 1;
          for (let i = 0; i < times; i++)
            this.time.after(this.time.some(4 * this.weather.hopMs), () => {
              if (gateway.alive) this.tell(gateway, userIds, name, payload);
            });
        }
      }
    };
  }
}
