import type { Message } from '@parley/contracts';
import type { ParleyClient, Room, RoomState } from '@parley/client';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sight, View } from '../history/events';
import type { Journal } from '../history/journal';

interface Watching {
  readonly room: Room;
  readonly sights: Sight[];
  isComplete: boolean;
  shown: readonly Message[];
  last: number;
  stop: () => void;
}

/** Sees what the SDK shows to a view: what comes at the end of a room, and in the end the whole of it. */
export class LibraryWitness {
  private readonly watching = new Map<string, Watching>();

  constructor(
    readonly name: string,
    readonly userId: string,
    readonly client: ParleyClient,
    private readonly journal: Journal,
  ) {}

  async follow(roomId: string, onState: (state: RoomState) => void): Promise<void> {
    const room = this.client.room(roomId);
    const watching: Watching = {
      ...{ room, sights: [], isComplete: true, shown: [], last: 0 },
      stop: () => undefined,
    };
    this.watching.set(roomId, watching);
    watching.stop = room.state.subscribe((state) => {
      if (state.messages !== watching.shown) this.see(watching, state.messages);
      onState(state);
    });
    await this.open(roomId);
  }

  /** Opens the room, again and again where the system is away. */
  async open(roomId: string): Promise<void> {
    const watching = this.watching.get(roomId);
    if (!watching) return;
    await watching.room.open();
    for (let tries = 0; watching.room.state.get().status === 'error' && tries < 60; tries++) {
      await pause(500);
      await watching.room.open();
    }
  }

  room(roomId: string): Room | undefined {
    return this.watching.get(roomId)?.room;
  }

  excuse(roomId: string): void {
    const watching = this.watching.get(roomId);
    if (watching) watching.isComplete = false;
  }

  isExcused(roomId: string): boolean {
    return this.watching.get(roomId)?.isComplete === false;
  }

  forget(): void {
    for (const { stop } of this.watching.values()) stop();
    this.watching.clear();
    this.client.rooms.clear();
  }

  /** Loads what is above, so that the whole of each room shows. */
  async finish(): Promise<void> {
    for (const { room, isComplete } of this.watching.values()) {
      for (let tries = 0; isComplete && room.state.get().hasBefore && tries < 200; tries++) {
        await room.loadOlder().catch(() => pause(200));
      }
    }
  }

  views(): View[] {
    return [...this.watching].map(([roomId, { room, sights, isComplete }]) => ({
      ...{ viewer: this.name, userId: this.userId, room: roomId, kind: 'shown' as const, sights, isComplete },
      final: isComplete ? room.state.get().messages.map((message) => this.sight(message)) : null,
    }));
  }

  private see(watching: Watching, messages: readonly Message[]): void {
    const before = watching.shown;
    watching.shown = messages;
    const sameStart = before[0]?.seq === messages[0]?.seq;
    // At the end of the same run everything is new; another run begins anew, and only what lies beyond is.
    const added = sameStart ? messages.slice(before.length) : messages.filter((message) => message.seq > watching.last);
    for (const message of added) {
      watching.sights.push(this.sight(message));
      watching.last = Math.max(watching.last, message.seq);
    }
  }

  private sight({ seq, revision, id, clientMessageId, text }: Message): Sight {
    return { seq, revision, id, clientMessageId, text, by: 'fact', t: this.journal.now() };
  }
}
