import type { RoomState } from '@parley/client';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sending } from '../history/events';
import type { Journal } from '../history/journal';
import type { Random } from '../random';
import { Changes } from './changes';
import type { Chapter, ChapterRoom } from './chapter';
import type { Member } from './people';
import { readByRest, readBySocket } from './read-bare';
import { sendByRest, sendBySocket } from './send-bare';

export interface LoadOptions {
  /** Operations a second, where the system keeps up. */
  readonly perSecond: number;
  /** Operations under way at most. */
  readonly atOnce: number;
}

const TICK_MS = 20;
/** How often a message without an answer is sent again. */
const TRIES = 6;

/** People at work in the rooms of a chapter: they send by socket, by SDK and by REST, edit, delete, react and read. */
export class Load {
  private timer: NodeJS.Timeout | undefined;
  private due = 0;
  private readonly underWay = new Set<Promise<void>>();
  private readonly reading = new Set<string>();
  private count = 0;
  readonly latencies: { readonly t: number; readonly ms: number }[] = [];
  acknowledged = 0;
  private readonly changes: Changes;

  constructor(
    private chapter: Chapter,
    private readonly journal: Journal,
    private readonly random: Random,
    private readonly options: LoadOptions,
  ) {
    this.changes = new Changes(chapter, journal, random);
  }

  turnTo(chapter: Chapter): void {
    this.chapter = chapter;
    this.changes.turnTo(chapter);
  }

  start(): void {
    let before = performance.now();
    this.timer = setInterval(() => {
      const now = performance.now();
      this.due = Math.min(this.due + ((now - before) / 1_000) * this.options.perSecond, this.options.perSecond / 2);
      before = now;
      for (; this.due >= 1 && this.underWay.size < this.options.atOnce; this.due--) this.begin();
    }, TICK_MS);
  }

  /** Begins nothing more, and waits until all that was begun has an end. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  /** Begins a sending; its end is the caller's to tell. */
  invoke(member: Member, { id: room, nonce }: ChapterRoom, process: string, clientMessageId: string): Sending {
    const text = `${nonce} ${process} ${++this.count}`;
    const t = this.journal.note({ process, f: 'send', type: 'invoke', room, clientMessageId });
    const sending: Sending = {
      ...{ process, room, sender: member.userId, clientMessageId, text, invokedAt: t },
      ...{ outcome: 'info' as const, endedAt: Infinity, seq: null, id: null },
    };
    this.chapter.sendings.push(sending);
    return sending;
  }

  end(sending: Sending, outcome: Sending['outcome'], stored?: { seq: number; id: string }): void {
    const { process, room, clientMessageId } = sending;
    const seq = stored && { seq: stored.seq };
    const t = this.journal.note({ process, f: 'send', type: outcome, room, clientMessageId, ...seq });
    Object.assign(sending, { outcome, endedAt: t, ...(stored && { seq: stored.seq, id: stored.id }) });
    if (outcome !== 'ok') return;
    this.acknowledged++;
    this.latencies.push({ t, ms: t - sending.invokedAt });
  }

  private begin(): void {
    const room = this.random.pick(this.chapter.rooms);
    const member = this.random.pick(room.members);
    const dice = this.random.next();
    const work = this.work(dice, member, room).finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  private async work(dice: number, member: Member, room: ChapterRoom): Promise<void> {
    if (dice < 0.06) return this.send(member, room, true);
    if (dice < 0.1) return this.changes.editOrDelete(member, 'edit');
    if (dice < 0.12) return this.changes.editOrDelete(member, 'delete');
    if (dice < 0.15) return this.read(member, room);
    if (dice < 0.2) return room.out.has(member) ? undefined : this.changes.react(member, room);
    if (dice < 0.4 && member.library && !room.out.has(member)) return this.sendByLibrary(member, room);
    if (member.bare.client.isOnline) return this.send(member, room, false);
  }

  /** Sends until the outcome is known, or patience ends: then it stays unknown. */
  private async send(member: Member, room: ChapterRoom, byRest: boolean): Promise<void> {
    const sending = this.invoke(member, room, `${member.name}-${byRest ? 'rest' : 'bare'}`, randomUUID());
    let wasUnknown = false;
    for (let tries = 0; tries < TRIES; tries++) {
      const rest = byRest || (tries > 0 && this.random.chance(0.3));
      const tried = await (rest ? sendByRest : sendBySocket)(member, sending);
      if (tried.outcome === 'ok') {
        this.end(sending, 'ok', tried);
        return this.changes.noteSent(member, room.id, tried.seq);
      }
      if (tried.outcome === 'refused' && (!wasUnknown || tried.code === 'conflict')) return this.end(sending, 'fail');
      if (tried.outcome === 'unknown') wasUnknown = true;
      if (this.random.chance(0.15)) break;
      await pause(100 + this.random.next() * 900);
    }
    this.end(sending, 'info');
  }

  /** The SDK tells no more than that a message is no longer pending. */
  private async sendByLibrary(member: Member, room: ChapterRoom): Promise<void> {
    const view = member.library?.room(room.id);
    if (!view || view.state.get().status !== 'ready') return;
    const process = `${member.name}-sdk`;
    const text = `${room.nonce} ${process} ${++this.count}`;
    let clientMessageId: string;
    const invokedAt = this.journal.now();
    try {
      ({ clientMessageId } = view.send(text));
    } catch {
      // Its outbox is full: nothing was sent.
      return;
    }
    this.journal.note({ process, f: 'send', type: 'invoke', room: room.id, clientMessageId });
    const sending: Sending = {
      ...{ process, room: room.id, sender: member.userId, clientMessageId, text, invokedAt },
      ...{ outcome: 'info' as const, endedAt: Infinity, seq: null, id: null },
    };
    this.chapter.sendings.push(sending);
    const end = await new Promise<'ok' | 'fail' | 'info'>((resolve) => {
      const stop = view.state.subscribe((state) => {
        const outcome = outcomeOf(state, clientMessageId);
        if (outcome === null) return;
        clearTimeout(timer);
        resolve(outcome);
        setImmediate(() => stop());
      });
      // Far beyond any fault: what is still pending then is not known to have arrived.
      const timer = setTimeout(() => {
        stop();
        resolve('info');
      }, 90_000);
    });
    if (end === 'fail') view.discard(clientMessageId);
    this.end(sending, end);
  }

  /** Reads up to some place, now and then one that was read before. One at a time for each member and room: so the answers have an order. */
  private async read(member: Member, room: ChapterRoom): Promise<void> {
    const key = `${member.userId} ${room.id}`;
    const { chapter } = this;
    if (room.out.has(member) || this.reading.has(key)) return;
    this.reading.add(key);
    const byRest = this.random.chance(0.3);
    const line = { process: `${member.name}-${byRest ? 'rest' : 'bare'}`, f: 'read' as const, room: room.id };
    this.journal.note({ ...line, type: 'invoke' });
    const top = member.bare.reached(room.id).messages;
    const seq = this.random.chance(0.3) ? this.random.between(0, top) : top;
    const tried = await (byRest ? readByRest : readBySocket)(member, room.id, seq);
    const type =
      tried.outcome === 'unknown' ? ('info' as const) : tried.outcome === 'ok' ? ('ok' as const) : ('fail' as const);
    this.journal.note({ ...line, type, ...(tried.outcome === 'ok' && { seq: tried.cursor }) });
    if (tried.outcome === 'ok') chapter.cursors.push({ userId: member.userId, room: room.id, cursor: tried.cursor });
    this.reading.delete(key);
  }
}

function outcomeOf(state: RoomState, clientMessageId: string): 'ok' | 'fail' | 'info' | null {
  // Out of the room: what was pending is nowhere to be seen.
  if (state.status === 'missing') return 'info';
  const entry = state.pending.find((each) => each.clientMessageId === clientMessageId);
  if (entry === undefined) return 'ok';
  return entry.status === 'failed' ? 'fail' : null;
}
