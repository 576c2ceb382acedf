import type { Core, CoreOptions } from '../core';
import type { OutboxStore } from '../outbox/outbox-store';
import type { RoomState } from '../sync/room-state';
import { ModelAccount } from './model-account.fixture';
import type { Seat } from './model-network.fixture';
import type { ModelSystem } from './model-system.fixture';

/** A message that a program was told to send. */
export interface Sent {
  readonly device: string;
  readonly life: number;
  readonly roomId: string;
  readonly clientMessageId: string;
  readonly text: string;
  /** Whether it was certainly kept beyond the program: not where the program died first. */
  kept: boolean;
}

export interface DeviceOptions {
  readonly name: string;
  readonly userId: string;
  readonly roomIds: readonly string[];
  readonly system: ModelSystem;
  /** How long an access token lasts, in virtual milliseconds. */
  readonly tokenMs: number;
  /** What is kept beyond each of the device's lives. `seat` is that of the life it is opened for. */
  readonly openStore: (seat: Seat, life: number) => OutboxStore;
  readonly closeStore: (life: number) => void;
  readonly isKept: (clientMessageId: string) => boolean;
  /** Makes the SDK: planted bugs are put into it here. */
  readonly makeCore: (options: CoreOptions) => Core;
}

/** A program with the real SDK in it, which dies and starts again, and somebody who looks at all that it shows. */
export class Device {
  readonly sent: Sent[] = [];
  /** What is wrong with what was shown, the first of it. */
  wrong: string | null = null;
  /** How far somebody has read here, by room, since the program started. */
  readonly marked = new Map<string, number>();
  private life = 0;
  private shown = new Map<string, { revisions: Map<number, number>; cursor: number }>();
  private running: { core: Core; seat: Seat & { machine: ReturnType<ModelSystem['time']['machine']> } } | null = null;

  constructor(readonly options: DeviceOptions) {}

  get name(): string {
    return this.options.name;
  }

  get core(): Core | null {
    return this.running?.core ?? null;
  }

  get seat(): Seat | null {
    return this.running?.seat ?? null;
  }

  start(): void {
    if (this.running) return;
    const { system, userId, roomIds, tokenMs } = this.options;
    const seat = { userId, machine: system.time.machine(), offline: false };
    const account = new ModelAccount({ seat, lifeMs: tokenMs, ask: (read) => system.ask(seat, read) });
    const core = this.options.makeCore({
      account,
      rest: system.rest(seat),
      openTransport: system.network.transport(seat),
      outboxStore: this.options.openStore(seat, ++this.life),
      machine: seat.machine,
      deadlineMs: 10_000,
      defect: (error) => this.complain(`defect: ${String(error)}`),
    });
    this.running = { core, seat };
    this.shown = new Map();
    account.signIn();
    core.connection.connect();
    void core.rooms.load().then(() => core.rooms.loadMore());
    for (const roomId of roomIds) this.watch(core, roomId);
  }

  /** The program dies: nothing that it was about to do happens any more. */
  crash(): void {
    if (!this.running) return;
    const { core, seat } = this.running;
    for (const sent of this.sent)
      if (sent.life === this.life && !this.options.isKept(sent.clientMessageId)) sent.kept = false;
    const gone = core.connection.state.get().status;
    seat.machine.kill();
    if (gone !== 'offline') this.options.system.network.cut(seat.userId, seat.machine);
    this.options.closeStore(this.life);
    this.running = null;
    this.marked.clear();
  }

  send(roomId: string, text: string): void {
    const { core } = this;
    if (!core) return;
    const { clientMessageId } = core.rooms.room(roomId).send(text);
    this.sent.push({ device: this.name, life: this.life, roomId, clientMessageId, text, kept: true });
  }

  /** Somebody has read so far from the end of a room. */
  read(roomId: string, fromEnd: number): void {
    const room = this.core?.rooms.room(roomId);
    if (!room) return;
    const seq = Math.max(0, room.state.get().lastSeq - fromEnd);
    room.markRead(seq);
    this.marked.set(roomId, Math.max(seq, this.marked.get(roomId) ?? 0));
  }

  private watch(core: Core, roomId: string): void {
    const room = core.rooms.room(roomId);
    const seen = { revisions: new Map<number, number>(), cursor: 0 };
    this.shown.set(roomId, seen);
    let last: RoomState['messages'] = [];
    room.state.subscribe((state) => {
      if (this.core !== core) return;
      if (state.status === 'missing') {
        // Out of the room nothing of it is shown, and what comes later begins anew.
        if (state.messages.length > 0 || state.item) this.complain(`${roomId}: shown to somebody who is out of it`);
        seen.revisions.clear();
        seen.cursor = 0;
      }
      if (state.messages !== last) this.look(roomId, (last = state.messages), state);
      if (state.item && state.lastReadSeq < seen.cursor) this.complain(`${roomId}: the read cursor fell`);
      seen.cursor = Math.max(seen.cursor, state.lastReadSeq);
    });
    let handed: number | null = null;
    room.onMessage(({ seq }, skipped) => {
      const expected = skipped ? skipped.to + 1 : handed === null ? seq : handed + 1;
      if (seq !== expected || (handed !== null && (skipped?.from ?? seq) !== handed + 1))
        this.complain(`${roomId}: ${seq} was handed out after ${handed}`);
      handed = seq;
    });
    void room.open();
  }

  private look(roomId: string, messages: RoomState['messages'], { pending }: RoomState): void {
    const revisions = this.shown.get(roomId)?.revisions;
    const { system, userId } = this.options;
    const end = system.rooms.get(roomId)?.endFor(userId) ?? 0;
    if ((messages.at(-1)?.seq ?? 0) > end) this.complain(`${roomId}: shown beyond ${end}, where the leaving was`);
    const first = messages[0]?.seq ?? 1;
    const waiting = pending.length > 0 ? new Set(pending.map((entry) => entry.clientMessageId)) : null;
    for (let index = 0; index < messages.length; index++) {
      const message = messages[index];
      if (!message) continue;
      if (message.seq !== first + index)
        this.complain(`${roomId}: ${message.seq} is shown in the place of ${first + index}`);
      if ((revisions?.get(message.seq) ?? 0) > message.revision) this.complain(`${roomId}: ${message.seq} went back`);
      revisions?.set(message.seq, message.revision);
      if (
        waiting?.has(message.clientMessageId) &&
        pending.some((p) => p.clientMessageId === message.clientMessageId && p.status === 'failed')
      )
        this.complain(`${roomId}: ${message.seq} is shown as sent and as failed`);
    }
  }

  private complain(what: string): void {
    this.wrong ??= `${this.name}: ${what}`;
  }
}
