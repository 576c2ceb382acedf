import { Component, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { RoomStore } from '@parley/web-data-access';

/** Messages are gathered this long before they are read out, in milliseconds. */
const GATHER_MS = 800;
/** Of more at once, only how many is said. */
const READ_OUT_MAX = 3;
/** Lines that are kept: what is gone before it is read out may never be. */
const KEPT_MAX = 12;

/** What is read out: a message, or how many there were at once. */
interface Line {
  readonly id: number;
  readonly sender: string;
  readonly text: string;
  /** Of many at once, how many; 0 for a message. */
  readonly count: number;
}

/** Says what others write while the room is open: the sender, then the text; of many at once, how many. A log, so only what is added is read. */
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
        @if (line.count) {
          <p>{{ t('room.announceMany', { count: line.count }) }}</p>
        } @else {
          <p>{{ line.sender || t('room.formerMember') }}: {{ line.text }}</p>
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
  private lastSeq = 0;
  private count = 0;
  private gathered: { readonly sender: string; readonly text: string }[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const [room, status, messages] = [this.store.roomId(), this.store.status(), this.store.messages()];
      if (status !== 'ready') return;
      const newest = Math.max(messages.at(-1)?.seq ?? 0, untracked(this.store.lastSeq));
      // What is there when a room opens is read by whoever wants to; only what comes then is said.
      const isNewRoom = room !== this.room;
      if (isNewRoom) untracked(() => this.forget());
      const from = isNewRoom ? newest : this.lastSeq;
      this.room = room;
      this.lastSeq = Math.max(from, newest);
      const news = messages.filter(
        (message) => message.seq > from && message.senderId !== this.store.myId() && message.text !== null,
      );
      if (news.length > 0) {
        const members = untracked(this.store.members);
        this.gather(
          news.map(({ senderId, text }) => ({ sender: members.get(senderId)?.displayName ?? '', text: text ?? '' })),
        );
      }
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  private gather(news: readonly { readonly sender: string; readonly text: string }[]): void {
    this.gathered.push(...news);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const { gathered } = this;
      const more: Line[] =
        gathered.length > READ_OUT_MAX
          ? [{ id: ++this.count, sender: '', text: '', count: gathered.length }]
          : gathered.map((line) => ({ id: ++this.count, count: 0, ...line }));
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
