import { ParleyError, type CreateRoomInput, type OverviewItem, type RoomSettingsPatch } from '@parley/contracts';
import { Value, type Readable } from '../value';
import { Room } from './room';
import { restAllBut } from './retention';
import type { RoomApi, RoomContext } from './room-context';

/** The overview as shown: pinned rooms first, then by latest activity; archived rooms left out. */
export interface OverviewState {
  readonly items: readonly OverviewItem[];
  readonly loaded: boolean;
  readonly loading: boolean;
  readonly hasMore: boolean;
  /** How many pages were answered, the first one again as well: rises where `loadMore` may be called anew, and not where it failed. */
  readonly pages: number;
  readonly unreadRooms: number;
  readonly error: ParleyError | null;
}

const emptyOverview: OverviewState = {
  items: [],
  loaded: false,
  loading: false,
  hasMore: false,
  pages: 0,
  unreadRooms: 0,
  error: null,
};

const activity = (item: OverviewItem): string => item.lastMessage?.createdAt ?? item.createdAt;

/** The order of the overview: pinned before the rest, latest activity first, ids where times are equal. */
export function byActivity(a: OverviewItem, b: OverviewItem): number {
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
  const [left, right] = [activity(a), activity(b)];
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

/** Every room that the client knows of, and the overview made of them. */
export class Rooms {
  private readonly known = new Map<string, Room>();
  private readonly items = new Map<string, OverviewItem>();
  private readonly fetching = new Map<string, Promise<OverviewItem>>();
  private readonly current = new Value<OverviewState>(emptyOverview);
  private cursor: string | undefined;
  /** Rises when everything is forgotten: what was asked for before is of a session that is over. */
  private session = 0;
  private isTakingPage = false;

  constructor(
    private readonly rest: RoomApi,
    private readonly context: Omit<RoomContext, 'closed' | 'fetchItem' | 'itemChanged' | 'left' | 'rest'>,
  ) {
    context.outbox.entries.subscribe((entries) => {
      for (const room of this.known.values()) room.takePending(entries.filter((entry) => entry.roomId === room.id));
    });
  }

  get overview(): Readable<OverviewState> {
    return this.current;
  }

  get all(): Iterable<Room> {
    return this.known.values();
  }

  /** The room with this id, whether or not anything is known of it yet. */
  room(roomId: string): Room {
    const known = this.known.get(roomId);
    if (known) return known;
    const room = new Room(roomId, {
      ...this.context,
      rest: this.rest,
      fetchItem: (id) => this.fetchItem(id),
      itemChanged: (id, item) => this.itemChanged(id, item),
      left: (id) => this.left(id),
      closed: () => restAllBut(this.known.values()),
    });
    this.known.set(roomId, room);
    return room;
  }

  /** The room, if anything is known of it. */
  find(roomId: string): Room | undefined {
    return this.known.get(roomId);
  }

  /**
   * Loads the first page of the overview; `loadMore` goes on from there, or, where no room can be missing further up, from where it was.
   * Never rejects: see `overview`.
   */
  load({ isNoneMissing = false } = {}): Promise<void> {
    return this.loadPage(undefined, isNoneMissing);
  }

  async loadMore(): Promise<void> {
    if (this.current.get().hasMore && !this.current.get().loading) await this.loadPage(this.cursor);
  }

  /** All archived rooms, page by page. Answers none where everything was forgotten meanwhile. */
  async loadArchived(): Promise<OverviewItem[]> {
    const { session } = this;
    const archived: OverviewItem[] = [];
    let cursor: string | null = null;
    do {
      const after: { cursor?: string } = cursor === null ? {} : { cursor };
      const page = await this.rest.chatrooms.overview({ query: { filter: 'archived', limit: '100', ...after } });
      if (session !== this.session) return [];
      this.takePage(page.items, {});
      archived.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return archived;
  }

  /** The direct room with someone, made where there is none. Answers its id. */
  openDirect(userId: string): Promise<string> {
    return this.create({ kind: 'direct', memberIds: [userId] });
  }

  createGroup(title: string, memberIds: string[]): Promise<string> {
    return this.create({ kind: 'group', title, memberIds });
  }

  async setMine(roomId: string, settings: RoomSettingsPatch): Promise<void> {
    await this.takeAnswer(this.rest.chatrooms.setMine({ params: { id: roomId }, body: settings }));
  }

  /** Accepts a first contact, or refuses it: then the room is archived here, and who asked is told nothing. */
  async answerRequest(roomId: string, accept: boolean): Promise<void> {
    await this.takeAnswer(this.rest.chatrooms.answerRequest({ params: { id: roomId }, body: { accept } }));
  }

  /** A room that the caller came into. */
  joined(item: OverviewItem): void {
    this.room(item.id).takeItem(item);
  }

  /** A room that the caller is out of. Who looks at it goes on doing so: it is there again should the caller come back. */
  left(roomId: string): void {
    const room = this.known.get(roomId);
    room?.leave();
    if (!room?.isInView) this.known.delete(roomId);
    if (this.items.delete(roomId)) this.show({});
  }

  /** Something was heard of a room that is not known here: it belongs into the overview. */
  async discover(roomId: string): Promise<void> {
    const known = this.known.get(roomId);
    if ((known && !known.isMissing) || !this.current.get().loaded) return;
    try {
      await this.takeAnswer(this.fetchItem(roomId));
    } catch (error) {
      // It may be gone again, or the server away: the next sync tells.
      if (!(error instanceof ParleyError)) this.context.defect(error);
    }
  }

  /** Forgets everything: somebody else signs in. */
  clear(): void {
    for (const room of this.known.values()) room.leave();
    this.known.clear();
    this.items.clear();
    this.fetching.clear();
    this.session += 1;
    this.cursor = undefined;
    this.current.set(emptyOverview);
  }

  private async create(input: CreateRoomInput): Promise<string> {
    const { session } = this;
    const room = await this.rest.chatrooms.create({ body: input }, { idempotencyKey: this.context.machine.newId() });
    if (session === this.session) await this.takeAnswer(this.fetchItem(room.id));
    return room.id;
  }

  private async loadPage(cursor: string | undefined, staysWhereItWas = false): Promise<void> {
    const { session } = this;
    this.current.patch({ loading: true, error: null });
    try {
      const page = await this.rest.chatrooms.overview({ query: { ...(cursor === undefined ? {} : { cursor }) } });
      if (session !== this.session) return;
      // A page that is answered after the walk has begun anew says nothing of where that is.
      if (!staysWhereItWas && (cursor === undefined || cursor === this.cursor))
        this.cursor = page.nextCursor ?? undefined;
      const pages = this.current.get().pages + 1;
      this.takePage(page.items, { loaded: true, loading: false, hasMore: this.cursor !== undefined, pages });
    } catch (error) {
      if (!(error instanceof ParleyError)) this.context.defect(error);
      if (session !== this.session) return;
      const shown =
        error instanceof ParleyError ? error : new ParleyError('unavailable', 'The rooms could not be loaded.');
      this.current.patch({ loading: false, error: shown });
    }
  }

  /** Takes rooms in and shows them as one change. */
  private takePage(items: readonly OverviewItem[], changes: Partial<OverviewState>): void {
    this.isTakingPage = true;
    try {
      for (const item of items) this.room(item.id).takeItem(item);
    } finally {
      this.isTakingPage = false;
    }
    this.show(changes);
  }

  /** Takes in the room that the server answers; not where everything was forgotten meanwhile. */
  private async takeAnswer(asked: Promise<OverviewItem>): Promise<void> {
    const { session } = this;
    const item = await asked;
    if (session === this.session) this.room(item.id).takeItem(item);
  }

  /** A change of nothing answers the item as it is: the one call that does. */
  private fetchItem(roomId: string): Promise<OverviewItem> {
    const underWay = this.fetching.get(roomId);
    if (underWay) return underWay;
    const fetched: Promise<OverviewItem> = this.rest.chatrooms
      .setMine({ params: { id: roomId }, body: {} })
      .finally(() => {
        if (this.fetching.get(roomId) === fetched) this.fetching.delete(roomId);
      });
    this.fetching.set(roomId, fetched);
    return fetched;
  }

  private itemChanged(roomId: string, item: OverviewItem): void {
    this.items.set(roomId, item);
    if (!this.isTakingPage) this.show({});
  }

  private show(changes: Partial<OverviewState>): void {
    const items = [...this.items.values()].filter((item) => !item.archived).sort(byActivity);
    this.current.patch({
      items,
      unreadRooms: items.filter((item) => item.unreadCount > 0 && !item.muted).length,
      ...changes,
    });
  }
}
