import type { RoomStore } from '@parley/web-data-access';
import type { ScrollKeeper } from '../scroll/scroll-keeper';
import type { MessageRow } from './message-row';

/** What is drawn of a room, oldest first, and who knows what of it is in view; null before there is anything. */
interface Drawn {
  readonly keeper: ScrollKeeper | null;
  readonly rows: readonly MessageRow[];
}

const isLookedAt = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

/** Read is what was in view in a page that somebody looks at. */
export class Reading {
  /** Whether the way to what came meanwhile is under way: until then nothing counts as read. */
  private isReturning = false;
  /** Whether the page was hidden since somebody looked at it last. */
  private wasHidden = document.visibilityState === 'hidden';

  constructor(
    private readonly store: InstanceType<typeof RoomStore>,
    private readonly drawn: () => Drawn,
  ) {}

  markRead(): void {
    if (this.isReturning || !isLookedAt()) return;
    const last = this.seen().at(-1);
    if (last?.seq) this.store.markRead(last.seq);
  }

  /**
   * Somebody may look again. Whoever had left the newest in view, and the page for another, reads on from the first message that came meanwhile: where that
   * has gone out of view, answers its place, once it is loaded; null where there is nowhere to go. In a page that stays in view beside another all went by
   * in view, and what one points at must not move.
   */
  async lookAgain(): Promise<number | null> {
    this.wasHidden ||= document.visibilityState === 'hidden';
    if (this.isReturning || !isLookedAt()) return null;
    const { wasHidden } = this;
    this.wasHidden = false;
    const first = this.store.room().lastReadSeq + 1;
    const isBelow = wasHidden && this.store.unreadCount() > 0 && this.drawn().keeper?.isAtEnd === true;
    if (!isBelow || this.seen().some(({ seq }) => seq === first)) {
      this.markRead();
      return null;
    }
    this.isReturning = true;
    await this.store.beginAtUnread();
    this.isReturning = false;
    return first;
  }

  private seen(): MessageRow[] {
    const { keeper, rows } = this.drawn();
    const seen = new Set(keeper?.seen());
    return rows.filter((row) => row.seq !== null && seen.has(row.key));
  }
}
