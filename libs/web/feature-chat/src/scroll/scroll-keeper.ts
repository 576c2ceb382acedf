/** Where a row is, by its key and by how far its top lies below the top of the view, in pixels. */
interface Spot {
  readonly key: string;
  readonly top: number;
}

/** Less than this above the end counts as at the end, in pixels. */
const END_PX = 32;
/** What lies over the top of the view, the day of what is below it, in pixels: where the styles do not say (`scroll-padding`), which go by the size of the text. */
const DAY_PX = 44;

/** Of a low view the day takes no more than this share from what is to stay in view. */
const DAY_SHARE = 1 / 8;

/** Rows carry their key in this attribute. */
export const ROW_KEY = 'data-row';

/**
 * Keeps what somebody reads where it is while rows come and go above and below and change their height. It remembers where every row in view is;
 * after a change it puts the one that is under the eye back to its place, to the pixel: the one in the middle of the view, or the nearest to it that
 * is still there. The first one in view would not do: what comes above it may take its name and picture away. At the end of the room it stays at the
 * end; at the end of what is drawn of it, only whoever was at that of the room before. While nothing of it is shown, as behind a profile on a phone,
 * nothing is learned of where anybody reads.
 */
export class ScrollKeeper {
  /** The nearest to the middle of the view comes first. */
  private spots: readonly Spot[] = [];
  private scrollTop = 0;
  private atEnd = true;
  /** Whether what is drawn goes on to the newest message. */
  private drawsNewest = true;
  /** Whether nothing of it was shown when it was last looked at. */
  private isHidden = false;
  /** The row that is to be in view as a whole, whatever height it comes to have, until somebody scrolls. */
  private revealed: string | null = null;
  /** How high a message of one line is among others of its author's, in pixels, as the text was when the room was opened: hardly any is lower. One line of 1.5 times the size of the text, and what is between two. */
  readonly lowestRow = 1.5 * (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) + 4;
  private placed: { key: string; share: number } | 'end' | null = 'end';

  constructor(private readonly scroller: HTMLElement) {}

  /** Whether the newest message is in view, or was until newer ones came that are not drawn yet. */
  get isAtEnd(): boolean {
    return this.atEnd;
  }

  /** Whether it is still to go where it was told to. */
  get isOnItsWay(): boolean {
    return this.placed !== null;
  }

  /** Whether what is in view is what is to be in view. */
  get isSettled(): boolean {
    return this.placed === null && !this.isHidden;
  }

  /** Whether going along with the end would take this row out of view. */
  leavesBehind(key: string): boolean {
    if (this.scroller.clientHeight === 0 || this.placed !== null || !this.atEnd) return false;
    const row = this.row(key);
    // In a view hardly higher than the day the day may lie over it.
    const top = Math.min(this.day(), this.scroller.clientHeight * DAY_SHARE);
    return row !== null && this.topOf(row) - this.room.below < top;
  }

  /** How high the view is and how far from its top and its end, in pixels. */
  get room(): { above: number; below: number; height: number } {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    return { above: scrollTop, below: scrollHeight - clientHeight - scrollTop, height: clientHeight };
  }

  /** Remembers what is in view. To be called when somebody scrolled, and before anything is drawn anew. */
  remember(): void {
    if (this.hides() || this.placed !== null) return;
    if (this.scroller.scrollTop !== this.scrollTop) this.revealed = null;
    this.atEnd = this.room.below < END_PX && (this.drawsNewest || this.atEnd);
    this.scrollTop = this.scroller.scrollTop;
    const view = this.scroller.getBoundingClientRect();
    const middle = (view.top + view.bottom) / 2;
    const away = ({ box }: { box: DOMRect }): number => Math.max(box.top - middle, middle - box.bottom, 0);
    this.spots = this.rows()
      .map((row) => ({ key: row.getAttribute(ROW_KEY) ?? '', box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > view.top && box.top < view.bottom)
      .sort((one, other) => away(one) - away(other))
      .map(({ key, box }) => ({ key, top: box.top - view.top }));
  }

  /**
   * Puts everything back. To be called right after drawing, or with `isLater` when something has changed its height since: then somebody may have
   * scrolled without its being told yet, and keeps what they have won. `drawsNewest` tells whether what is drawn goes on to the newest message.
   */
  restore(isLater = false, drawsNewest = true): void {
    const { scroller } = this;
    // Where it lies after it was hidden is the browser's doing.
    const mayHaveScrolled = isLater && !this.isHidden;
    this.isHidden = false;
    if (this.hides()) return;
    this.drawsNewest = drawsNewest;
    if (this.placed === 'end' || (this.placed === null && this.atEnd)) {
      scroller.scrollTop = scroller.scrollHeight;
    } else if (this.placed !== null) {
      const row = this.row(this.placed.key);
      const top = Math.max(scroller.clientHeight * this.placed.share, this.day());
      if (row) scroller.scrollTop += this.topOf(row) - top;
      else scroller.scrollTop = scroller.scrollHeight;
    } else {
      const kept = this.spots.find(({ key }) => this.row(key) !== null);
      const row = kept && this.row(kept.key);
      const scrolled = mayHaveScrolled ? scroller.scrollTop - this.scrollTop : 0;
      if (scrolled !== 0) this.revealed = null;
      if (kept && row) scroller.scrollTop += this.topOf(row) - (kept.top - scrolled);
    }
    if (this.rows().length > 0) this.placed = null;
    this.showRevealed();
    // Whatever moved it until here was no person.
    this.scrollTop = scroller.scrollTop;
    this.remember();
  }

  /** From the next drawing on the end is in view. */
  goToEnd(): void {
    this.placed = 'end';
    this.atEnd = true;
    this.revealed = null;
  }

  /** From the next drawing on this row is in view, its top at a share (0 to 1) of the view's height, and below the day however low that is. */
  goTo(key: string, share: number): void {
    this.placed = { key, share };
    this.atEnd = false;
    this.revealed = null;
  }

  /**
   * From now on all of this row is in view, or its beginning where it is higher than the view, in however many steps it grows: until somebody scrolls or goes
   * elsewhere, or null is given.
   */
  reveal(key: string | null): void {
    this.revealed = key;
  }

  /** The keys of the rows that are wholly in view, or reach beyond it at the top, in order. */
  seen(): string[] {
    const view = this.scroller.getBoundingClientRect();
    return this.rows()
      .filter((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > view.top && box.bottom <= view.bottom + 1;
      })
      .map((row) => row.getAttribute(ROW_KEY) ?? '');
  }

  private hides(): boolean {
    this.isHidden ||= this.scroller.clientHeight === 0;
    return this.isHidden;
  }

  private showRevealed(): void {
    const row = this.revealed === null ? null : this.row(this.revealed);
    if (!row) return;
    const above = this.topOf(row) - this.day();
    const below = this.topOf(row) + row.getBoundingClientRect().height - this.scroller.clientHeight;
    this.scroller.scrollTop += above < 0 ? above : Math.min(above, Math.max(below, 0));
  }

  /** How high what lies over the top of the view is. */
  private day(): number {
    return parseFloat(getComputedStyle(this.scroller).scrollPaddingBlockStart) || DAY_PX;
  }

  private rows(): Element[] {
    return [...this.scroller.querySelectorAll(`[${ROW_KEY}]`)];
  }

  private row(key: string): Element | null {
    return this.scroller.querySelector(`[${ROW_KEY}="${CSS.escape(key)}"]`);
  }

  private topOf(row: Element): number {
    return row.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
  }
}
