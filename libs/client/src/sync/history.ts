import { limits, type MessagePage } from '@parley/contracts';
import type { Value } from '../value';
import { firstSince } from './find-by-date';
import { MessageLog } from './message-log';
import type { RoomContext } from './room-context';
import type { RoomState } from './room-state';

/** Loads pages of a room's history into its log. Pages come by REST, one in each direction at a time. */
export class History {
  readonly log = new MessageLog();

  constructor(
    private readonly roomId: string,
    private readonly context: RoomContext,
    private readonly changed: () => void,
  ) {}

  /** The first page: the newest, unless the first unread message would not be on it. Nothing where history is loaded already. */
  async start(firstUnread: number | null): Promise<void> {
    if (this.log.loaded) return;
    const newest = await this.page({});
    const from = newest.messages[0]?.seq ?? 1;
    const page = firstUnread !== null && firstUnread < from ? await this.page({ around: firstUnread }) : newest;
    this.log.reset(page);
    this.changed();
  }

  async loadOlder(state: Value<RoomState>): Promise<void> {
    if (!this.log.hasBefore || state.get().loadingBefore) return;
    state.patch({ loadingBefore: true });
    try {
      this.log.extend(await this.page({ before: this.log.first }));
    } finally {
      state.patch({ loadingBefore: false });
      this.changed();
    }
  }

  async loadNewer(state: Value<RoomState>): Promise<void> {
    if (!this.log.hasAfter || state.get().loadingAfter) return;
    state.patch({ loadingAfter: true });
    try {
      this.log.extend(await this.page({ after: this.log.last }));
    } finally {
      state.patch({ loadingAfter: false });
      this.changed();
    }
  }

  async loadNewest(): Promise<void> {
    if (this.log.loaded && !this.log.hasAfter) return;
    this.log.reset(await this.page({}));
    this.changed();
  }

  async loadAround(seq: number): Promise<void> {
    if (this.log.find(seq)) return;
    this.log.reset(await this.page({ around: seq }));
    this.changed();
  }

  /** The place of the first message at or after a moment, in milliseconds of the epoch; one after the last where there is none. */
  seqSince(since: number, lastSeq: number): Promise<number> {
    return firstSince(
      since,
      lastSeq,
      async (seq) => this.log.find(seq) ?? (await this.page({ after: seq - 1, limit: 1 })).messages[0],
    );
  }

  /** Loads on from the end of the run until it reaches the newest message. */
  async fillGap(): Promise<void> {
    for (let after = this.log.gapAfter; after !== null; after = this.log.gapAfter) {
      this.log.extend(await this.page({ after, limit: limits.historyPageMax }));
      this.changed();
      // A page that brought nothing on cannot close the gap: the next fact or sync tries again.
      if (this.log.gapAfter === after) return;
    }
  }

  private async page(from: { before?: number; after?: number; around?: number; limit?: number }): Promise<MessagePage> {
    const query = Object.fromEntries(Object.entries(from).map(([name, value]) => [name, String(value)]));
    return this.context.rest.messages.history({ params: { id: this.roomId }, query });
  }
}
