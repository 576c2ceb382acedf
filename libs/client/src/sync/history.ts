import { limits, ParleyError, type MessagePage } from '@parley/contracts';
import type { Value } from '../value';
import { firstSince } from './find-by-date';
import { MessageLog } from './message-log';
import type { RoomContext } from './room-context';
import type { RoomState } from './room-state';

/** How often a page is asked for again where more was heard meanwhile than could be held. */
const PAGE_ATTEMPTS = 3;

interface From {
  before?: number;
  after?: number;
  around?: number;
  limit?: number;
}

/** Loads pages of a room's history into its log. Pages come by REST, one in each direction at a time. */
export class History {
  readonly log = new MessageLog();

  constructor(
    private readonly roomId: string,
    private readonly context: RoomContext,
    private readonly changed: () => void,
  ) {}

  /**
   * The first page: the newest, unless the first unread message would not be on it. Nothing where what is loaded is such already, or where somebody
   * reads in it.
   */
  async start(firstUnread: number | null, isRead: boolean): Promise<void> {
    if (this.log.loaded && (isRead || this.beginsAt(firstUnread))) return;
    await this.load({}, async (newest) => {
      const from = newest.messages[0]?.seq ?? 1;
      if (firstUnread === null || firstUnread >= from) this.log.reset(newest);
      else this.log.reset(await this.fetch({ around: firstUnread }));
    });
  }

  /** Whether one can begin to read where one has to, with what is loaded. */
  private beginsAt(firstUnread: number | null): boolean {
    if (firstUnread === null) return this.log.isFollowing;
    // Of what is not kept any more nothing is unread.
    return this.log.find(firstUnread) !== undefined || (!this.log.hasBefore && firstUnread < this.log.first);
  }

  async loadOlder(state: Value<RoomState>): Promise<void> {
    if (!this.log.hasBefore || state.get().loadingBefore) return;
    state.patch({ loadingBefore: true });
    try {
      await this.load({ before: this.log.first }, (page) => this.log.extend(page));
    } finally {
      state.patch({ loadingBefore: false });
    }
  }

  async loadNewer(state: Value<RoomState>): Promise<void> {
    if (!this.log.hasAfter || state.get().loadingAfter) return;
    state.patch({ loadingAfter: true });
    try {
      await this.load({ after: this.log.last }, (page) => this.log.extend(page));
    } finally {
      state.patch({ loadingAfter: false });
    }
  }

  async loadNewest(): Promise<void> {
    if (this.log.loaded && !this.log.hasAfter) return;
    await this.load({}, (page) => this.log.reset(page));
  }

  async loadAround(seq: number): Promise<void> {
    if (!this.log.find(seq)) await this.load({ around: seq }, (page) => this.log.reset(page));
  }

  /** Starts again with one page: the newest, or that of the first unread message where that is given; where somebody reads far from it, the one they are reading. */
  async startAgain(firstUnread: number | null): Promise<void> {
    if (!this.log.loaded) return;
    const place = this.log.isFollowing ? firstUnread : Math.floor((this.log.first + this.log.last) / 2);
    const around = place === null ? {} : { around: place };
    await this.load(around, (page) => this.log.reset(page));
  }

  /** The place of the first message at or after a moment, in milliseconds of the epoch; one after the last where there is none. */
  seqSince(since: number, lastSeq: number): Promise<number> {
    return firstSince(
      since,
      lastSeq,
      async (seq) => this.log.find(seq) ?? (await this.fetch({ after: seq - 1, limit: 1 })).messages[0],
    );
  }

  /** Loads on from the end of the run until it reaches the newest message. */
  async fillGap(): Promise<void> {
    for (let after = this.log.gapAfter; after !== null; after = this.log.gapAfter) {
      await this.load({ after, limit: limits.historyPageMax }, (page) => this.log.extend(page));
      // A page that brought nothing on cannot close the gap: whoever asked tries again later.
      if (this.log.gapAfter === after) return;
    }
  }

  private async load(from: From, take: (page: MessagePage) => void | Promise<void>): Promise<void> {
    for (let attempt = 1; attempt <= PAGE_ATTEMPTS; attempt++) {
      let isStale = false;
      this.log.pageAsked();
      try {
        await take(await this.fetch(from));
      } finally {
        isStale = this.log.pageAnswered();
        this.changed();
      }
      if (!isStale) return;
    }
    throw new ParleyError('unavailable', 'More happened meanwhile than could be taken in.');
  }

  private fetch(from: From): Promise<MessagePage> {
    const query = Object.fromEntries(Object.entries(from).map(([name, value]) => [name, String(value)]));
    return this.context.rest.messages.history({ params: { id: this.roomId }, query });
  }
}
