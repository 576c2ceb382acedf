import {
  ParleyError,
  type Ack,
  type CommandName,
  type CommandRequest,
  type FactName,
  type FactPayload,
} from '@parley/contracts';
import type { RoomApi } from '../sync/room-context';
import type { ModelRoom } from '../sync/model-room.fixture';
import { ModelJoining } from './model-joining.fixture';
import { ModelNetwork, type Gateway, type Line, type Seat } from './model-network.fixture';
import type { VirtualTime } from './virtual-time.fixture';

/** What came of a command: its answer, and what is told of it. */
interface Outcome {
  readonly ack: Ack<unknown>;
  readonly publish: (from: Gateway) => void;
}

const silence = (): void => undefined;

/** Parley itself, after the contract: rooms that are durable, behind gateways that are not. */
export class ModelSystem {
  readonly rooms: ReadonlyMap<string, ModelRoom>;
  readonly network: ModelNetwork;
  private readonly joining: ModelJoining;
  /** The messages service is away: every command that needs it fails, some of them after they were carried out. */
  serviceDown = false;
  /** There are so many other rooms that these are beyond the first page of the overview. */
  isBeyond = false;
  /** Told of each acknowledgement of a message that reached its sender. */
  onAcknowledged: (clientMessageId: string, seq: number) => void = silence;

  constructor(
    readonly time: VirtualTime,
    rooms: readonly ModelRoom[],
  ) {
    this.rooms = new Map(rooms.map((room) => [room.id, room]));
    this.network = new ModelNetwork(time, (...arrived) => this.handle(...arrived));
    this.joining = new ModelJoining(time, this.network, () => this.serviceDown);
  }

  /** Asks by REST: the answer is of the moment at which the question arrived, and may come much later. */
  ask<T>(seat: Seat, read: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const { hopMs } = this.network.weather;
      const there = this.time.some(4 * hopMs);
      const back = this.time.some(8 * hopMs);
      const later = (tell: () => void): void => void seat.machine.after(back, tell);
      seat.machine.after(there, () => {
        if (seat.offline || this.serviceDown) return later(() => reject(new ParleyError('unavailable', 'away')));
        try {
          const answer = read();
          return later(() => resolve(answer));
        } catch (error) {
          return later(() => reject(error instanceof Error ? error : new Error('not an error')));
        }
      });
    });
  }

  rest(seat: Seat): RoomApi {
    const { userId } = seat;
    const forbidden = (): Promise<never> => Promise.reject(new ParleyError('forbidden', 'not in this model'));
    return {
      messages: {
        history: ({ params, query = {} }) => this.ask(seat, () => this.roomOf(userId, params.id).page({ ...query })),
      },
      chatrooms: {
        create: forbidden,
        answerRequest: forbidden,
        setMine: ({ params }) => this.ask(seat, () => this.roomOf(userId, params.id).item(userId)),
        overview: ({ query = {} }) =>
          this.ask(seat, () =>
            this.isBeyond && query.cursor === undefined
              ? { items: [], nextCursor: 'beyond' }
              : { items: this.roomsOf(userId).map((room) => room.item(userId)), nextCursor: null },
          ),
      },
    };
  }

  /** Somebody is put out of a room, by way of one gateway. Nothing of it is told to them from now on. */
  remove(room: ModelRoom, userId: string, from: Gateway): void {
    if (!room.removeMember(userId)) return;
    this.network.spread(from, (line) => line.userId === userId, 'room:left', { roomId: room.id });
  }

  /** Somebody comes into a room, by way of one gateway. */
  add(room: ModelRoom, userId: string, from: Gateway): void {
    if (room.addMember(userId)) this.joining.begin(room, userId, from);
  }

  private roomsOf(userId: string): ModelRoom[] {
    return [...this.rooms.values()].filter((room) => room.has(userId));
  }

  /** @throws ParleyError `not_found`, also for a room that the caller is not in */
  private roomOf(userId: string, roomId: string): ModelRoom {
    const room = this.rooms.get(roomId);
    if (!room?.has(userId)) throw new ParleyError('not_found', 'no such room');
    return room;
  }

  private handle(
    gateway: Gateway,
    line: Line,
    name: CommandName,
    payload: unknown,
    reply: (ack: Ack<unknown>, heard?: () => void) => void,
  ): void {
    const { life } = gateway;
    const { time } = this;
    const { hopMs } = this.network.weather;
    // Three moments of their own: the commit, the answer, the telling. A gateway that dies between them leaves out the rest.
    time.after(time.some(hopMs), () => {
      if (gateway.life !== life) return;
      const { ack, publish } = this.carryOut(gateway, line, name, payload);
      time.after(time.some(hopMs), () => {
        if (gateway.life !== life) return;
        reply(ack, () => {
          if (!ack.ok || name !== 'message:send') return;
          const message = ack.data as { clientMessageId: string; seq: number };
          this.onAcknowledged(message.clientMessageId, message.seq);
        });
      });
      if (publish === silence) return;
      time.after(time.some(2 * hopMs), () => {
        if (gateway.life === life) publish(gateway);
      });
    });
  }

  private carryOut(gateway: Gateway, line: Line, name: CommandName, payload: unknown): Outcome {
    try {
      if (line.endsAt <= this.time.now) throw new ParleyError('unauthenticated', 'The access token has expired.');
      // What a gateway does by itself needs no service.
      if (name === 'session:renew') {
        this.network.renew(gateway, line, (payload as CommandRequest<'session:renew'>).token);
        return { ack: { ok: true, data: {} }, publish: silence };
      }
      const failed = { ok: false, error: new ParleyError('unavailable', 'The service is away.').toWire() } as const;
      // A service that dies may have committed before.
      if (this.serviceDown && this.time.chance() < 0.5) return { ack: failed, publish: silence };
      const { data, publish } = this.command(line.userId, name, payload as never);
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
  ): { data: unknown; publish: Outcome['publish'] } {
    if (name === 'rooms:sync')
      return { data: this.sync(userId, payload as CommandRequest<'rooms:sync'>), publish: silence };
    const room = this.roomOf(userId, (payload as { roomId: string }).roomId);
    const toMembers =
      <F extends FactName>(fact: F, what: FactPayload<F>): Outcome['publish'] =>
      (from) =>
        this.network.spread(from, ({ userId: id, deafTo }) => room.has(id) && !deafTo.has(room.id), fact, what);
    if (name === 'message:send') {
      const { clientMessageId, text } = payload as CommandRequest<'message:send'>;
      const { message, created } = room.append(userId, clientMessageId, text);
      return { data: message, publish: created ? toMembers('message:created', message) : silence };
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
      return { data: message, publish: toMembers('message:updated', message) };
    }
    if (name === 'room:read') {
      const before = room.cursorOf(userId);
      const cursor = room.read(userId, (payload as CommandRequest<'room:read'>).seq);
      const moved = { roomId: room.id, userId, lastReadSeq: cursor.lastReadSeq };
      return { data: cursor, publish: cursor.lastReadSeq > before ? toMembers('room:readMoved', moved) : silence };
    }
    return { data: {}, publish: silence };
  }

  private sync(userId: string, { rooms: asked, read = {}, partial }: CommandRequest<'rooms:sync'>): unknown {
    const rooms: Record<string, unknown> = {};
    const moved: Record<string, unknown> = {};
    const left: string[] = [];
    for (const [roomId, revision] of Object.entries(asked)) {
      const room = this.rooms.get(roomId);
      if (!room?.has(userId)) left.push(roomId);
      else {
        const changes = room.changesAfter(userId, revision);
        if (changes) rooms[roomId] = changes;
        const cursor = room.cursorIfElsewhere(userId, read[roomId]);
        if (cursor) moved[roomId] = cursor;
      }
    }
    const others = partial ? [] : this.roomsOf(userId).filter(({ id }) => !(id in asked));
    return { rooms, joined: others.map((room) => room.item(userId)), left, read: moved };
  }
}
