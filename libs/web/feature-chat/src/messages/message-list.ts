import {
  afterRenderEffect,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { RoomStore, ServerClock } from '@parley/web-data-access';
import { Clock, downIcon, Formats, Icon, ProblemNotice, Skeleton } from '@parley/web-ui';
import { Announcer } from './announcer';
import { MessageItem } from './message-item';
import { buildDays, keyOf, type MessageRow } from './message-row';
import { type Receipt, receiptsOf } from './receipts';
import { RowFocus } from './row-focus';
import { isLookedAt, leavesUnreadBehind, newestSeen } from '../scroll/left-behind';
import { RoomJump } from '../scroll/room-jump';
import { ScrollKeeper } from '../scroll/scroll-keeper';
import { watchScroller } from '../scroll/watch-scroller';
import {
  AHEAD,
  aroundWindow,
  drawnMax,
  DRAWN_MAX,
  endWindow,
  keepWindow,
  type LoadedRange,
  type MessageWindow,
  newerWindow,
  olderWindow,
  openWindow,
} from '../scroll/message-window';

/** The way back to the newest shows from this far above it, in pixels; and as soon as something unread is below. */
const FAR_PX = 320;
/** Where a message that one goes to comes to lie, as a share of the view's height from its top. */
const TARGET_SHARE = 0.3;
/** How long it stands out, in milliseconds. */
const TARGET_MS = 2_400;
const NOBODY: ReadonlyMap<string, Receipt> = new Map();

/** The messages of a room, oldest above. Only a part of them is drawn at a time, and what one reads never moves. */
@Component({
  selector: 'parley-message-list',
  imports: [Announcer, Icon, MessageItem, ProblemNotice, Skeleton, TranslocoDirective],
  providers: [RowFocus],
  templateUrl: './message-list.html',
  styleUrl: './message-list.css',
})
export class MessageList {
  /** The message that is being edited. */
  readonly editing = input<number | null>(null);
  /** Somebody wants to go to a day. */
  readonly dateAsked = output<void>();

  protected readonly store = inject(RoomStore);
  protected readonly formats = inject(Formats);
  protected readonly clock = inject(Clock);
  protected readonly focus = inject(RowFocus);
  protected readonly downIcon = downIcon;
  private readonly isFar = signal(false);
  private readonly isAtEnd = signal(true);
  /** The message that one has just gone to, by its key. */
  protected readonly target = signal<string | null>(null);
  private readonly jump = inject(RoomJump);
  private readonly serverClock = inject(ServerClock);
  private targetTimer: ReturnType<typeof setTimeout> | undefined;
  private focusWanted = false;
  /** Whether what is drawn goes on to the newest message. */
  private drawsNewest = true;
  /** How many messages are drawn at once, at most. */
  private max = DRAWN_MAX;
  /** How far one has come here, whether or not the server has said so yet: nothing up to there is left behind. */
  private passed = 0;

  private readonly scroller = viewChild<ElementRef<HTMLElement>>('scroller');
  private readonly content = viewChild<ElementRef<HTMLElement>>('content');
  private keeper: ScrollKeeper | null = null;

  private readonly range = computed<LoadedRange | null>(() => {
    const messages = this.store.messages();
    const [first, last] = [messages[0], messages.at(-1)];
    return first && last ? { first: first.seq, last: last.seq, isWhole: !this.store.hasAfter() } : null;
  });
  /** Which room the window below is of. */
  private readonly opened = computed(() => (this.store.status() === 'ready' ? this.store.roomId() : null));
  private readonly window = linkedSignal<
    { room: string | null; range: LoadedRange | null },
    { room: string | null; window: MessageWindow } | null
  >({
    source: () => ({ room: this.opened(), range: this.range() }),
    computation: ({ room, range }, previous) => {
      if (room === null || range === null) return null;
      const before = previous?.value;
      if (before?.room !== room) return { room, window: openWindow(range, untracked(this.store.firstUnreadSeq)) };
      return { room, window: keepWindow(before.window, range, this.keeper?.isAtEnd ?? true, this.max) };
    },
  });

  protected readonly days = computed(() => {
    const window = this.window()?.window;
    if (this.opened() === null) return [];
    const messages = this.store.messages();
    const drawn = window
      ? messages.filter(({ seq }) => seq >= window.from && (window.to === null || seq <= window.to))
      : [];
    return buildDays({
      messages: drawn,
      pending: !window || window.to === null ? this.store.pending() : [],
      myId: this.store.myId(),
      firstUnreadSeq: this.store.firstUnreadSeq(),
      clockOffsetMs: this.serverClock.offsetMs(),
    });
  });
  private readonly messageRows = computed(() =>
    this.days().flatMap(({ rows }) => rows.filter((row): row is MessageRow => row.kind === 'message')),
  );
  /** How far one's own messages have come; told only where the newest are in view. */
  protected readonly receipts = computed(() =>
    this.window()?.window.to === null
      ? receiptsOf(this.messageRows(), this.store.item()?.members ?? [], this.store.myId())
      : NOBODY,
  );
  /** Whether the way back to the newest shows: to whoever is far from it, and, however near, to whoever does not see something unread. */
  protected readonly showsLatest = computed(() => this.isFar() || (!this.isAtEnd() && this.store.unreadCount() > 0));
  protected readonly isAtBeginning = computed(() => {
    const [window, range] = [this.window()?.window, this.range()];
    return !this.store.hasBefore() && (range === null || window?.from === range.first);
  });

  constructor() {
    effect(() => {
      // Runs before these rows are drawn: what is in view is remembered as it is.
      this.focus.keys.set(this.messageRows().map(({ key }) => key));
      untracked(() => this.keeper?.remember());
    });
    effect(() => {
      if (this.opened() === null) return;
      this.passed = 0;
      untracked(() => this.placeOnOpening());
    });
    effect(() => {
      // Told anew while one is here: so much was missed that what was in view is gone, or the room was loaded once more.
      const [room, first] = [untracked(this.opened), this.store.firstUnreadSeq()];
      if (room !== null && first !== null) untracked(() => this.goToUnread());
    });
    effect(() => {
      const from = this.window()?.window.from;
      if (from !== undefined) untracked(() => this.store.holdFrom(from));
    });
    afterRenderEffect(() => {
      this.days();
      this.drawsNewest = (untracked(this.window)?.window.to ?? null) === null;
      untracked(() => this.settle());
      if (this.focusWanted) untracked(() => this.focusTarget());
    });
    effect(() => {
      // What is edited grows: where the room stands at its end, that would move what is above out of the view.
      const seq = this.editing();
      const row = untracked(this.messageRows).find((one) => one.seq !== null && one.seq === seq);
      this.keeper?.reveal(row?.key ?? null);
    });
    effect(() => {
      const wanted = this.jump.wanted();
      if (wanted && this.opened() !== null) untracked(() => void this.goTo(wanted.seq));
    });
    effect((onCleanup) => {
      const [scroller, content] = [this.scroller()?.nativeElement, this.content()?.nativeElement];
      if (!scroller || !content) return;
      this.keeper = new ScrollKeeper(scroller);
      untracked(() => this.placeOnOpening());
      onCleanup(
        watchScroller(scroller, content, { resized: () => this.settle(true), scrolled: () => this.scrolled() }),
      );
    });
    const stop = new AbortController();
    for (const event of ['focus', 'visibilitychange']) {
      const target = event === 'focus' ? window : document;
      target.addEventListener(event, () => this.markRead(), { signal: stop.signal });
    }
    inject(DestroyRef).onDestroy(() => {
      stop.abort();
      clearTimeout(this.targetTimer);
    });
  }

  /** Shows one message, loaded first where it is far away, and gives it the focus. */
  private async goTo(seq: number): Promise<void> {
    this.jump.clear();
    const room = this.opened();
    const isThere = await this.jump.load(seq);
    const [range, message] = [this.range(), this.store.messages().find((known) => known.seq === seq)];
    if (!isThere || !range || !message || this.opened() !== room) return;
    const key = keyOf(message.senderId, message.clientMessageId);
    this.show(aroundWindow(range, seq));
    this.keeper?.goTo(key, TARGET_SHARE);
    this.target.set(key);
    this.focusWanted = true;
    clearTimeout(this.targetTimer);
    this.targetTimer = setTimeout(() => this.target.set(null), TARGET_MS);
  }

  private focusTarget(): void {
    this.focusWanted = false;
    const key = this.target();
    if (key !== null) this.focus.goTo(key);
  }

  /** Shows the newest message, whatever was in view. */
  async goToNewest(): Promise<void> {
    const room = this.opened();
    if (this.store.hasAfter()) await this.store.loadNewest();
    if (this.opened() !== room) return;
    const range = this.range();
    this.keeper?.goToEnd();
    if (range === null) return;
    this.passed = range.last;
    this.show(endWindow(range));
  }

  private scrolled(): void {
    this.keeper?.remember();
    this.look();
  }

  private placeOnOpening(): void {
    const firstUnread = this.store.firstUnreadSeq();
    if (firstUnread === null) this.keeper?.goToEnd();
    else this.keeper?.goTo(`new-${firstUnread}`, 0.2);
  }

  private settle(isLater = false): void {
    const { unreadCount } = this.store.room();
    const lastReadSeq = Math.max(this.store.room().lastReadSeq, this.passed);
    const [window, range, rows] = [this.window()?.window, this.range(), this.messageRows()];
    if (leavesUnreadBehind({ keeper: this.keeper, window, range, rows, lastReadSeq, unreadCount })) {
      this.store.beginAtUnread();
      this.goToUnread();
    } else this.keeper?.restore(isLater, this.drawsNewest);
    this.look();
  }

  /** Goes to the line before the first unread message, to go on from there. */
  private goToUnread(): void {
    const [range, first] = [this.range(), this.store.firstUnreadSeq()];
    if (range && first !== null) this.show(openWindow(range, first));
    this.placeOnOpening();
  }

  /** Draws or loads what is about to come into view, and says what was read. */
  private look(): void {
    const { keeper } = this;
    const [window, range] = [this.window()?.window, this.range()];
    if (!keeper || !window || !range) {
      // What was so in the room before says nothing of this one.
      this.isFar.set(false);
      this.isAtEnd.set(true);
      return;
    }
    // What is in view now is not what will be.
    if (!keeper.isSettled) return;
    const { above, below, height } = keeper.room;
    this.max = drawnMax(height, keeper.lowestRow);
    this.isFar.set(window.to !== null || below > FAR_PX);
    this.isAtEnd.set(window.to === null && keeper.isAtEnd);
    if (above < height * AHEAD) {
      if (window.from > range.first) this.show(olderWindow(window, range, this.max));
      else if (this.store.hasBefore()) void this.store.loadOlder();
    }
    if (below < height * AHEAD && window.to !== null) {
      if (window.to < range.last) this.show(newerWindow(window, range, this.max));
      else void this.store.loadNewer();
    }
    this.markRead();
  }

  private show(window: MessageWindow): void {
    this.window.update((current) => current && { ...current, window });
  }

  /** Read is what was in view in a page that somebody looks at. */
  private markRead(): void {
    if (!this.keeper?.isSettled || !isLookedAt()) return;
    const seq = newestSeen(this.messageRows(), new Set(this.keeper.seen()));
    if (seq === null) return;
    this.passed = Math.max(this.passed, seq);
    this.store.markRead(seq);
  }
}
