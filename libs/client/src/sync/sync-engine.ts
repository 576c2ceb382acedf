import { ParleyError, type CommandData, type FactName, type FactPayload } from '@parley/contracts';
import type { Machine } from '../machine';
import { backoffMs } from '../socket/backoff';
import type { Connection } from '../socket/connection';
import type { Room } from './room';
import type { Rooms } from './rooms';

/** Facts may overtake each other: a hole is given this long to close by itself, in milliseconds. */
const GRACE_MS = 200;
/** Rooms that one question may name, with a revision and a cursor each, so that it fits into a frame. */
const ROOMS_PER_QUESTION = 600;
/** Rounds of changes of one room after which it starts again from its newest page. */
const ROUNDS_BEFORE_FRESH_START = 5;
/** How long an answer may take that may be a million characters long, on a slow line, in milliseconds. */
const CATCH_UP_MS = 30_000;
/** How long the answer to a mere check may take: it is nearly always empty, and one that does not come tells that the connection is gone. */
const CHECK_MS = 5_000;
const WAITING = { baseMs: 500, capMs: 15_000 };

/** An answer, and the revisions that were asked about. */
type Answered = CommandData<'rooms:sync'> & { readonly asked: Readonly<Record<string, number>> };

/** What the engine needs of the connection. */
export interface Line extends Pick<Connection, 'command'> {
  readonly isOnline: boolean;
}

/**
 * Brings every known room to the server's present state: after each connect, whenever a jump in a room's revision shows that something is missing, and
 * whenever somebody wants to be sure. What fails is done again, later each time, for as long as the connection stands, and after the next connect.
 */
export class SyncEngine {
  private readonly behind = new Set<string>();
  private everything = false;
  private running = false;
  private attempt = 0;
  private stopTimer: (() => void) | undefined;

  constructor(
    private readonly line: Line,
    private readonly rooms: Rooms,
    private readonly machine: Machine,
    private readonly defect: (error: unknown) => void,
  ) {}

  /** Handles one fact from the server. */
  hear<N extends FactName>(name: N, payload: FactPayload<N>): void {
    const handler = this.handlers[name] as ((payload: FactPayload<N>) => void) | undefined;
    handler?.(payload);
  }

  requestSync(roomId: string): void {
    this.behind.add(roomId);
    this.later(GRACE_MS);
  }

  /** After a connect: asks for all that was missed, in every room. */
  catchUp(): void {
    for (const room of this.rooms.all) room.online();
    this.attempt = 0;
    this.checkAll();
  }

  /** Asks whether these rooms are at the server's present state. */
  check(rooms: Iterable<Room>): void {
    for (const room of rooms) {
      room.doubts.raise();
      this.behind.add(room.id);
    }
    if (this.behind.size > 0) this.later(0);
  }

  /** Finds out whether the server is there at all. Never rejects. */
  async probe(): Promise<void> {
    // What a question without an answer means, the connection itself knows.
    await this.line.command('rooms:sync', { rooms: {}, partial: true }, CHECK_MS).catch(() => undefined);
  }

  /** Asks whether all rooms are at the server's present state, and whether there are others. */
  checkAll(): void {
    this.everything = true;
    this.stopTimer?.();
    this.stopTimer = undefined;
    void this.run();
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
    if (room && !room.isMissing) use(room);
    else void this.rooms.discover(roomId);
  }

  private later(waitMs: number): void {
    this.stopTimer ??= this.machine.after(waitMs, () => {
      this.stopTimer = undefined;
      void this.run();
    });
  }

  /** One piece of work after the other. Never rejects. */
  private async run(): Promise<void> {
    // Without a connection all of it waits for the next one, which asks for everything.
    if (this.running || !this.line.isOnline) return;
    this.running = true;
    const all = this.everything;
    this.everything = false;
    let wait = GRACE_MS;
    let failed = false;
    try {
      if (await (all ? this.syncAll() : this.repair())) this.attempt = 0;
      else wait = this.pause();
    } catch (error) {
      failed = true;
      wait = this.pause() + this.judge(error);
    }
    this.running = false;
    if (this.everything) return this.later(0);
    this.everything = all && failed;
    if (this.everything || this.behind.size > 0) this.later(wait);
  }

  private pause(): number {
    return GRACE_MS + backoffMs(this.attempt++, { ...WAITING, random: () => this.machine.random() });
  }

  /** How much longer than usual to wait before trying again, in milliseconds. */
  private judge(error: unknown): number {
    if (!(error instanceof ParleyError)) this.defect(error);
    return (error instanceof ParleyError ? error.retryAfterMs : undefined) ?? 0;
  }

  /** Answers whether it got anywhere. */
  private async syncAll(): Promise<boolean> {
    this.behind.clear();
    const all = [...this.rooms.all].filter((room) => room.state.get().item !== null);
    const isWhole = all.length <= ROOMS_PER_QUESTION;
    const { loaded } = this.rooms.overview.get();
    let isNoneMissing = isWhole;
    for (let from = 0; from === 0 || from < all.length; from += ROOMS_PER_QUESTION) {
      const answer = await this.ask(all.slice(from, from + ROOMS_PER_QUESTION), !isWhole, CATCH_UP_MS);
      if (loaded) for (const item of answer.joined) this.rooms.joined(item);
      if (answer.joinedMore) isNoneMissing = false;
      await this.take(answer, loaded);
    }
    // What was set for a room on another device changes no revision, so a sync does not tell of it: the overview does.
    if (loaded) await this.rooms.load({ isNoneMissing });
    for (const room of all) if (room.isBehind) this.behind.add(room.id);
    return true;
  }

  /** Answers whether it got anywhere with every room. */
  private async repair(): Promise<boolean> {
    const rooms = [...this.behind].flatMap((id) => this.rooms.find(id) ?? []).filter((room) => room.isSyncDue);
    this.behind.clear();
    if (rooms.length === 0) return true;
    const part = rooms.slice(0, ROOMS_PER_QUESTION);
    const before = part.map((room) => room.revision);
    try {
      const deadlineMs = part.some((room) => room.isBehind) ? undefined : CHECK_MS;
      await this.take(await this.ask(part, true, deadlineMs), false);
      for (const room of part) if (room.isBehind) await room.fillGap();
    } finally {
      for (const room of rooms) if (room.isSyncDue && this.rooms.find(room.id) === room) this.behind.add(room.id);
    }
    return !part.some((room, index) => room.isBehind && room.revision === before[index]);
  }

  private async ask(rooms: readonly Room[], partial: boolean, deadlineMs?: number): Promise<Answered> {
    const revisions = Object.fromEntries(rooms.map((room) => [room.id, room.revision]));
    // Reading changes no revision, so the question says how far was read too.
    const read = Object.fromEntries(
      rooms.flatMap(({ id, lastReadSeq }) => (lastReadSeq === null ? [] : [[id, lastReadSeq]])),
    );
    for (const room of rooms) room.doubts.ask();
    const answer = await this.line.command('rooms:sync', { rooms: revisions, read, partial }, deadlineMs);
    for (const room of rooms) room.doubts.settle();
    return { ...answer, asked: revisions };
  }

  /** Takes an answer and what follows it. With `overviewFollows`, a room of which nothing is loaded waits for the overview, which tells all that is needed of it. */
  private async take(answer: Answered, overviewFollows: boolean, round = 1): Promise<void> {
    for (const roomId of answer.left) this.rooms.left(roomId);
    const unfinished: Room[] = [];
    const far: Room[] = [];
    for (const [roomId, changes] of Object.entries(answer.rooms)) {
      const room = this.rooms.find(roomId);
      if (!room?.takeChanges(changes) || (overviewFollows && !room.hasHistory)) continue;
      if (round >= ROUNDS_BEFORE_FRESH_START || room.isFarBehind) far.push(room);
      else unfinished.push(room);
    }
    for (const [roomId, cursor] of Object.entries(answer.read ?? {}))
      this.rooms.find(roomId)?.takeRead(cursor, answer.rooms[roomId]?.revision ?? answer.asked[roomId] ?? 0);
    for (const room of far) await room.startAgain();
    if (unfinished.length > 0) await this.take(await this.ask(unfinished, true), overviewFollows, round + 1);
  }
}
