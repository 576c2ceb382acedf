import { ParleyError, type CommandData, type FactName, type FactPayload } from '@parley/contracts';
import type { Connection } from '../socket/connection';
import type { Room } from './room';
import type { Rooms } from './rooms';

/** Facts may overtake each other: a hole is given this long to close by itself, in milliseconds. */
const GRACE_MS = 200;
/** Rooms that one question may name, so that it fits into a frame. */
const ROOMS_PER_QUESTION = 1_000;
/** Rounds of changes of one room after which it starts again from its newest page. */
const ROUNDS_BEFORE_FRESH_START = 5;

type Answer = CommandData<'rooms:sync'>;

/** Brings every known room to the server's present state: after each connect, and whenever a jump in a room's revision shows that something is missing. */
export class SyncEngine {
  private readonly behind = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;

  constructor(
    private readonly connection: Pick<Connection, 'command'>,
    private readonly rooms: Rooms,
  ) {}

  /** Handles one fact from the server. */
  hear<N extends FactName>(name: N, payload: FactPayload<N>): void {
    const handler = this.handlers[name] as ((payload: FactPayload<N>) => void) | undefined;
    handler?.(payload);
  }

  requestSync(roomId: string): void {
    this.behind.add(roomId);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.start(() => this.repair());
    }, GRACE_MS);
  }

  /** After a connect: asks for all that was missed, in every room. */
  catchUp(): void {
    this.behind.clear();
    for (const room of this.rooms.all) room.online();
    this.start(() => this.syncAll());
  }

  private readonly handlers: { [N in FactName]?: (payload: FactPayload<N>) => void } = {
    'message:created': (message) => this.withRoom(message.roomId, (room) => room.hear(message)),
    'message:updated': (message) => this.withRoom(message.roomId, (room) => room.hear(message)),
    'room:joined': (item) => this.rooms.joined(item),
    'room:updated': (changes) => this.withRoom(changes.id, (room) => room.hearUpdated(changes)),
    'room:left': ({ roomId }) => this.rooms.left(roomId),
    'room:readMoved': (moved) => this.rooms.find(moved.roomId)?.hearReadMoved(moved),
    'typing:changed': (typing) => this.rooms.find(typing.roomId)?.hearTyping(typing),
  };

  private withRoom(roomId: string, use: (room: Room) => void): void {
    const room = this.rooms.find(roomId);
    if (room) use(room);
    else void this.rooms.discover(roomId);
  }

  /** Runs one piece of work after the other. What fails for want of an answer is done again after the next connect. */
  private start(work: () => Promise<void>): void {
    const next = (this.running ?? Promise.resolve()).then(work).catch((error: unknown) => {
      if (!(error instanceof ParleyError)) throw error;
    });
    this.running = next;
  }

  private async syncAll(): Promise<void> {
    const all = [...this.rooms.all].filter((room) => room.state.get().item !== null);
    const isWhole = all.length <= ROOMS_PER_QUESTION;
    for (let from = 0; from === 0 || from < all.length; from += ROOMS_PER_QUESTION) {
      const answer = await this.ask(all.slice(from, from + ROOMS_PER_QUESTION), !isWhole);
      if (this.rooms.overview.get().loaded) for (const item of answer.joined) this.rooms.joined(item);
      await this.take(answer);
    }
    // Reading on another device changes no revision, so a sync does not tell of it: the overview does.
    if (this.rooms.overview.get().loaded) await this.rooms.load();
  }

  private async repair(): Promise<void> {
    const rooms = [...this.behind].flatMap((id) => this.rooms.find(id) ?? []).filter((room) => room.isSyncDue);
    this.behind.clear();
    if (rooms.length === 0) return;
    await this.take(await this.ask(rooms, true));
    for (const room of rooms) if (room.isBehind) await room.fillGap();
  }

  private async ask(rooms: readonly Room[], partial: boolean): Promise<Answer> {
    const answer = await this.connection.command('rooms:sync', {
      rooms: Object.fromEntries(rooms.map((room) => [room.id, room.revision])),
      partial,
    });
    for (const room of rooms) room.confirm();
    return answer;
  }

  private async take(answer: Answer, round = 1): Promise<void> {
    for (const roomId of answer.left) this.rooms.left(roomId);
    const unfinished: Room[] = [];
    for (const [roomId, changes] of Object.entries(answer.rooms)) {
      const room = this.rooms.find(roomId);
      if (room?.takeChanges(changes)) unfinished.push(room);
    }
    if (unfinished.length === 0) return;
    if (round >= ROUNDS_BEFORE_FRESH_START) {
      for (const room of unfinished) await room.startAgain();
      return;
    }
    await this.take(await this.ask(unfinished, true), round + 1);
  }
}
