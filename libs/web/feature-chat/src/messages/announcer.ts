import { Component, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { RoomStore } from '@parley/web-data-access';

/** Messages are gathered this long before they are read out, in milliseconds. */
const GATHER_MS = 800;
/** Of more at once, only how many is said. */
const READ_OUT_MAX = 3;
/** Lines that are kept: what is gone before it is read out may never be. */
const KEPT_MAX = 12;

/** What is read out: a message, how many there were at once, or that there is something further down. */
interface Line {
  readonly id: number;
  readonly kind: 'message' | 'many' | 'below';
  readonly sender: string;
  readonly text: string;
  readonly count: number;
}

/**
 * Says what others write while the room is open: the sender, then the text; of many at once, how many. To whoever is in the middle of the history, where
 * the newest is not loaded, it says that there is something new below. A log, so only what is added is read.
 */
@Component({
  selector: 'parley-announcer',
  imports: [TranslocoDirective],
  template: `
    <div
      *transloco="let t"
      role="log"
      aria-live="polite"
      aria-relevant="additions"
      [attr.aria-label]="t('room.announcements')"
    >
      @for (line of lines(); track line.id) {
        @switch (line.kind) {
          @case ('message') {
            <p>{{ line.sender || t('room.formerMember') }}: {{ line.text }}</p>
          }
          @case ('many') {
            <p>{{ t('room.announceMany', { count: line.count }) }}</p>
          }
          @case ('below') {
            <p>{{ t('room.announceBelow') }}</p>
          }
        }
      }
    </div>
  `,
  styles: `
    :host {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `,
})
export class Announcer {
  private readonly store = inject(RoomStore);
  protected readonly lines = signal<readonly Line[]>([]);

  private room = '';
  /** What is said already, or need not be: all up to here. */
  private saidSeq = 0;
  private count = 0;
  private gathered: { readonly sender: string; readonly text: string }[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const [room, status, messages] = [this.store.roomId(), this.store.status(), this.store.messages()];
      const isBelow = this.isBelow();
      if (status !== 'ready') return;
      const loaded = messages.at(-1)?.seq ?? 0;
      if (room !== this.room) {
        // What is there when a room opens is read by whoever wants to; only what comes then is said.
        untracked(() => this.forget());
        this.room = room;
        this.saidSeq = Math.max(loaded, untracked(this.store.lastSeq));
        return;
      }
      const news = messages.filter(
        (message) => message.seq > this.saidSeq && message.senderId !== this.store.myId() && message.text !== null,
      );
      this.saidSeq = Math.max(this.saidSeq, loaded);
      if (news.length === 0 && !isBelow) return;
      const members = untracked(this.store.members);
      this.gather(
        news.map(({ senderId, text }) => ({ sender: members.get(senderId)?.displayName ?? '', text: text ?? '' })),
      );
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** Whether another has just written what is not loaded here. */
  private isBelow(): boolean {
    const last = this.store.item()?.lastMessage ?? null;
    const isMissing = this.store.hasAfter() && this.store.lastSeq() > this.saidSeq;
    return isMissing && last !== null && last.senderId !== this.store.myId();
  }

  private gather(news: readonly { readonly sender: string; readonly text: string }[]): void {
    this.gathered.push(...news);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const { gathered } = this;
      const lineOf = (line: Partial<Line>): Line => ({
        ...{ id: ++this.count, kind: 'message', sender: '', text: '', count: gathered.length },
        ...line,
      });
      const more = gathered.length > READ_OUT_MAX ? [lineOf({ kind: 'many' })] : gathered.map(lineOf);
      // Asked only now: a gap that is being filled has closed meanwhile.
      if (this.isBelow()) {
        more.push(lineOf({ kind: 'below' }));
        this.saidSeq = this.store.lastSeq();
      }
      this.gathered = [];
      this.lines.update((lines) => [...lines, ...more].slice(-KEPT_MAX));
    }, GATHER_MS);
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.gathered = [];
    this.lines.set([]);
  }
}
