import type { Change } from '@parley/contracts';
import type { RoomReader } from '@parley/server-edge';
import { roomChannel } from '@parley/server-realtime';
import type { Actor } from '@parley/server-rpc';
import type { GatewayServer } from '../connection/gateway-socket';
import type { WorkQueue } from '../flow/work-queue';

type RoomUpdated = Extract<Change, { type: 'roomUpdated' }>;

/** No session of anybody: the gateway reads for itself, through the eyes of a member whom a service has just named. */
const NO_SESSION = '00000000-0000-0000-0000-000000000000';

/** All members are told to all members: after that a room rests for a millisecond each, a second at most, and what comes meanwhile is told as one. */
const MOST_REST_MS = 1_000;
/** A room that is small needs no rest. */
const SMALL_ROOM = 50;

/**
 * Tells a room's members its changed fields, with their present values. Updates of one room are told one after the other, and those that come
 * meanwhile as one: what is told last is what was read last.
 */
export class RoomUpdates {
  /** By room, what is to be told as soon as its turn comes. */
  private readonly pending = new Map<string, RoomUpdated>();
  private readonly running = new Set<string>();
  private readonly resting = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly io: GatewayServer,
    private readonly rooms: Pick<RoomReader, 'roomForAll'>,
    private readonly work: WorkQueue,
  ) {}

  add(change: RoomUpdated): void {
    const { roomId } = change;
    const waiting = this.pending.get(roomId);
    const fields = [...new Set([...(waiting?.fields ?? []), ...change.fields])];
    this.pending.set(roomId, { ...change, fields });
    if (waiting === undefined && !this.running.has(roomId)) this.schedule(roomId);
  }

  /** Resolves when all that was added so far is told or given up: rooms that rest are told at once. */
  async flushed(): Promise<void> {
    do {
      for (const [roomId, rest] of this.resting) {
        clearTimeout(rest);
        this.next(roomId);
      }
      await this.work.idle();
    } while (this.pending.size > 0);
  }

  /** What is given up must not look as if its turn were still to come: the room's next update would wait for it for ever. */
  private schedule(roomId: string): void {
    if (!this.work.add(() => this.run(roomId))) this.pending.delete(roomId);
  }

  private async run(roomId: string): Promise<void> {
    const change = this.pending.get(roomId);
    if (change === undefined) return;
    this.pending.delete(roomId);
    this.running.add(roomId);
    let restMs = 0;
    try {
      restMs = await this.tell(change);
    } finally {
      if (restMs > 0) this.resting.set(roomId, setTimeout(() => this.next(roomId), restMs).unref());
      else this.next(roomId);
    }
  }

  private next(roomId: string): void {
    this.resting.delete(roomId);
    this.running.delete(roomId);
    if (this.pending.has(roomId)) this.schedule(roomId);
  }

  /** Answers for how long the room is to rest. */
  private async tell({ roomId, fields, seenBy }: RoomUpdated): Promise<number> {
    const actor: Actor = { userId: seenBy, sessionId: NO_SESSION };
    const { id, updatedAt, title, members } = await this.rooms.roomForAll(actor, roomId);
    this.io.to(roomChannel(roomId)).emit('room:updated', {
      ...{ id, updatedAt },
      ...(fields.includes('title') ? { title } : {}),
      ...(fields.includes('members') ? { members } : {}),
      ...(fields.includes('request') ? { request: null } : {}),
    });
    return fields.includes('members') && members.length > SMALL_ROOM ? Math.min(MOST_REST_MS, members.length) : 0;
  }
}
