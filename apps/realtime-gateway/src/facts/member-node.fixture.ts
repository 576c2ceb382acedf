import type { Message, OverviewItem } from '@parley/contracts';
import { eventually, testLog } from '@parley/testing';
import { FakeSockets } from '../connection/fake-sockets.fixture';
import { WorkQueue } from '../flow/work-queue';
import { Delivered } from './delivered';
import { MemberCheck } from './member-check';
import { NodeChanges } from './node-changes';
import { SaidSince } from './said-since';

/** One call to the messages service that the test answers when it likes. */
interface HeldCall {
  readonly roomIds: readonly string[];
  answer(): void;
  fail(): void;
}

/** A node in front of rooms whose members are here, and whose service answers at once, later, or not at all. */
export class MemberNode {
  readonly sockets = new FakeSockets();
  readonly delivered = new Delivered();
  /** The truth: members by room. What is asked is answered as it is when it is asked. */
  readonly members = new Map<string, Set<string>>();
  readonly updated: string[] = [];
  readonly asked: string[][] = [];
  readonly held: HeldCall[] = [];
  isHolding = false;
  isAway = false;
  /** The room's last place when everybody joined, and the places of what is said there. */
  joinedSeq = 3;
  lastSeq = 3;
  itemsRead = 0;
  pagesRead = 0;
  isPageHeld = false;
  readonly pageGate = Promise.withResolvers<void>();
  /** Whether overview items can be read. */
  areItemsAway = false;
  mended = 0;
  blind = 0;
  now = 0;
  private version = 0;
  readonly node: NodeChanges;
  readonly check: MemberCheck;

  constructor(graceMs = 300) {
    const work = new WorkQueue({ atOnce: 1, capacity: 1_000, onLost: () => undefined });
    const { live } = this.sockets;
    const rooms = {
      entered: (actor: { readonly userId: string }, roomId: string) => this.entered(actor.userId, roomId),
    };
    this.node = new NodeChanges(
      ...([live, rooms, { end: () => undefined }, work, { apply: () => undefined }, this.delivered] as const),
      new SaidSince({ page: ({ roomId, after = 0 }, { actor }) => this.page(actor.userId, roomId, after) }),
      {
        add: (id) => this.check.add(id),
        news: (id) => this.check.news(id),
        left: (id, userIds) => this.check.left(id, userIds),
      },
    );
    this.check = new MemberCheck({
      ...{ live, node: this.node, delivered: this.delivered, graceMs, log: testLog(), now: () => this.now },
      updates: { add: ({ roomId }) => void this.updated.push(roomId) },
      onMended: () => this.mended++,
      onBlind: () => this.blind++,
      messages: { memberIds: ({ roomIds }) => this.read(roomIds) },
    });
  }

  /** Who is in a room from now on. */
  set(roomId: string, ...userIds: string[]): void {
    this.members.set(roomId, new Set(userIds));
    this.version++;
  }

  /** Waits for whatever is under way, after so many milliseconds of its own clock. */
  async after(ms: number): Promise<void> {
    this.now += ms;
    await this.check.look();
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  /** The next call that is held. */
  async call(): Promise<HeldCall> {
    return eventually(() => {
      const call = this.held.shift();
      if (call === undefined) throw new Error('nothing was asked');
      return call;
    });
  }

  private async entered(userId: string, id: string) {
    this.itemsRead++;
    if (this.areItemsAway) throw new Error('items are away');
    if (!this.members.get(id)?.has(userId)) return undefined;
    const { joinedSeq, lastSeq } = this;
    return { item: { id, revision: lastSeq, lastSeq } as OverviewItem, joinedSeq };
  }

  /** Pages of two, however many are asked for. */
  private async page(userId: string, roomId: string, after: number) {
    this.pagesRead++;
    if (this.isPageHeld) await this.pageGate.promise;
    if (!this.members.get(roomId)?.has(userId)) throw new Error('there is no such room');
    const seqs = [after + 1, after + 2].filter((seq) => seq <= this.lastSeq);
    const messages = seqs.map((seq) => ({ roomId, seq, revision: seq }) as Message);
    return { messages, hasBefore: true, hasAfter: after + 2 < this.lastSeq, lastSeq: this.lastSeq };
  }

  private async read(roomIds: readonly string[]) {
    this.asked.push([...roomIds]);
    if (this.isAway) throw new Error('the service is away');
    const { version } = this;
    const rooms = roomIds.map((roomId) => ({ roomId, userIds: [...(this.members.get(roomId) ?? [])], version }));
    if (this.isHolding) {
      await new Promise<void>((resolve, reject) => {
        this.held.push({ roomIds, answer: resolve, fail: () => reject(new Error('too late')) });
      });
    }
    return { rooms };
  }
}
