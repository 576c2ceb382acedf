import type { Message } from '@parley/contracts';
import type { ParleyClient, Room, RoomState } from '@parley/client';
import { setTimeout as pause } from 'node:timers/promises';
import { disordersIn } from '../check/disorders';
import type { Disorder, Sight, View } from '../history/events';
import type { Journal } from '../history/journal';
import { reactionsOf } from '../history/reactions';

interface Watching {
  room: Room;
  readonly onState: (state: RoomState) => void;
  readonly sights: Sight[];
  readonly since: number;
  readonly disorders: Disorder[];
  reopening: boolean;
  shown: readonly Message[];
  last: number;
  stop: () => void;
}

/** One that stays is seen again with every message. */
const DISORDERS_KEPT = 10;

/** Sees what the SDK shows to a view: what comes at the end of a room, and in the end the whole of it. */
export class LibraryWitness {
  private readonly watching = new Map<string, Watching>();
  private readonly onlineAt: number[] = [];

  constructor(
    readonly name: string,
    readonly userId: string,
    readonly client: ParleyClient,
    private readonly journal: Journal,
  ) {
    client.connection.subscribe(({ status }) => {
      if (status === 'online') this.onlineAt.push(journal.now());
    });
  }

  async follow(roomId: string, onState: (state: RoomState) => void): Promise<void> {
    const room = this.client.room(roomId);
    const watching: Watching = {
      ...{ room, onState, sights: [], disorders: [], reopening: false, shown: [], last: 0, since: this.journal.now() },
      stop: () => undefined,
    };
    this.watching.set(roomId, watching);
    await this.open(watching);
  }

  /** Takes all rooms anew: those of a session that has ended are shown no more. */
  takeAnew(): void {
    for (const [roomId, watching] of this.watching) {
      watching.stop();
      watching.room = this.client.room(roomId);
      void this.open(watching);
    }
  }

  private async open(watching: Watching): Promise<void> {
    const { room, onState } = watching;
    watching.stop = room.state.subscribe((state) => {
      if (state.messages !== watching.shown) this.see(watching, state.messages);
      if (state.status === 'error' && !watching.reopening) void this.reopen(watching);
      onState(state);
    });
    await room.open();
    if (room.state.get().status === 'error') await this.reopen(watching);
  }

  /** Opens a room again and again while the system is away, as a person would, also when one was taken in again and it could not be shown. */
  private async reopen(watching: Watching): Promise<void> {
    if (watching.reopening) return;
    watching.reopening = true;
    for (let tries = 0; watching.room.state.get().status === 'error' && tries < 60; tries++) {
      await pause(500);
      await watching.room.open();
    }
    watching.reopening = false;
  }

  room(roomId: string): Room | undefined {
    return this.watching.get(roomId)?.room;
  }

  forget(): void {
    for (const { stop } of this.watching.values()) stop();
    this.watching.clear();
    this.client.rooms.clear();
  }

  /** Loads what is above, so that the whole of each room shows. */
  async finish(): Promise<void> {
    for (const { room } of this.watching.values()) {
      for (let tries = 0; room.state.get().hasBefore && tries < 200; tries++) {
        await room.loadOlder().catch(() => pause(200));
      }
    }
  }

  views(): View[] {
    return [...this.watching].map(([roomId, { room, sights, since, disorders }]) => ({
      ...{ viewer: this.name, userId: this.userId, room: roomId, kind: 'shown' as const, sights, isComplete: true },
      ...{ since, disorders, onlineAt: this.onlineAt, hints: [] },
      final: room.state.get().messages.map((message) => this.sight(message)),
    }));
  }

  private see(watching: Watching, messages: readonly Message[]): void {
    const before = watching.shown;
    watching.shown = messages;
    // The whole of it, each time: also what is above, where nothing new is expected.
    if (watching.disorders.length < DISORDERS_KEPT) {
      watching.disorders.push(...disordersIn(messages.map(({ seq }) => seq)));
    }
    const sameStart = before[0]?.seq === messages[0]?.seq;
    // At the end of the same run everything is new; another run begins anew, and only what lies beyond is.
    const added = sameStart ? messages.slice(before.length) : messages.filter((message) => message.seq > watching.last);
    for (const message of added) {
      watching.sights.push(this.sight(message));
      watching.last = Math.max(watching.last, message.seq);
    }
  }

  private sight({ seq, revision, id, clientMessageId, text, reactions }: Message): Sight {
    return {
      ...{ seq, revision, id, clientMessageId, text, by: 'fact', t: this.journal.now() },
      reactions: reactionsOf(reactions),
    };
  }
}
