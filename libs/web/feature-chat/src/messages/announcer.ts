import { Component, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { RoomStore } from '@parley/web-data-access';

/** Messages are gathered this long before they are read out, in milliseconds. */
const GATHER_MS = 800;
/** Of more at once, only how many is said. */
const READ_OUT_MAX = 3;

interface Announcement {
  readonly sender: string;
  readonly text: string;
}

/** Says what others write while the room is open: the sender, then the text; of many at once, how many. */
@Component({
  selector: 'parley-announcer',
  imports: [TranslocoDirective],
  template: `
    <div aria-live="polite" *transloco="let t">
      @for (line of shown(); track $index) {
        <p>{{ line.sender }}: {{ line.text }}</p>
      }
      @if (more(); as count) {
        <p>{{ t('room.announceMany', { count }) }}</p>
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
  protected readonly shown = signal<readonly Announcement[]>([]);
  protected readonly more = signal(0);

  private room = '';
  private lastSeq = 0;
  private gathered: Announcement[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const [room, status, messages] = [this.store.roomId(), this.store.status(), this.store.messages()];
      if (status !== 'ready') return;
      const newest = messages.at(-1)?.seq ?? 0;
      // What is there when a room opens is read by whoever wants to; only what comes then is said.
      const isNewRoom = room !== this.room;
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

  private gather(news: readonly Announcement[]): void {
    this.gathered.push(...news);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const isMany = this.gathered.length > READ_OUT_MAX;
      this.more.set(isMany ? this.gathered.length : 0);
      this.shown.set(isMany ? [] : this.gathered);
      this.gathered = [];
    }, GATHER_MS);
  }
}
