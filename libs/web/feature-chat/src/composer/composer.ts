import { Component, computed, DestroyRef, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { asProblem, Drafts, RoomStore } from '@parley/web-data-access';
import { Formats, Icon, problemWords, sendIcon, Toaster } from '@parley/web-ui';
import { MessageActions } from '../messages/message-actions';
import { GrowingText } from './growing-text';
import { textLength } from './text-length';

/** A draft is kept when one pauses this long, in milliseconds; and at once when one leaves. */
const KEEP_MS = 250;

/** Where one writes. What is not sent is kept for the room, whatever happens to the page. */
@Component({
  selector: 'parley-composer',
  imports: [GrowingText, Icon, TranslocoDirective],
  templateUrl: './composer.html',
  styleUrl: './composer.css',
})
export class Composer {
  protected readonly store = inject(RoomStore);
  protected readonly formats = inject(Formats);
  private readonly drafts = inject(Drafts);
  private readonly actions = inject(MessageActions);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);

  protected readonly sendIcon = sendIcon;
  protected readonly text = signal('');
  protected readonly length = computed(() => textLength(this.text()));
  private readonly field = viewChild(GrowingText);

  /** The draft that is not yet kept. */
  private unkept: { userId: string; roomId: string; text: string } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const [userId, roomId] = [this.store.myId(), this.store.roomId()];
      if (userId === '' || roomId === '') return;
      untracked(() => {
        this.keep();
        this.text.set(this.drafts.read(userId, roomId));
      });
    });
    const stop = new AbortController();
    addEventListener('pagehide', () => this.keep(), { signal: stop.signal });
    inject(DestroyRef).onDestroy(() => {
      stop.abort();
      this.keep();
    });
  }

  focus(): void {
    this.field()?.focus();
  }

  protected typed(text: string): void {
    this.text.set(text);
    this.store.setTyping(text.trim() !== '');
    this.unkept = { userId: this.store.myId(), roomId: this.store.roomId(), text };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), KEEP_MS);
  }

  protected send(): void {
    if (!this.length().isSendable) return;
    try {
      this.store.send(this.text());
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
      return;
    }
    this.typed('');
    this.keep();
    this.focus();
  }

  protected editLast(event: Event): void {
    if (this.actions.editLast()) event.preventDefault();
  }

  private keep(): void {
    clearTimeout(this.timer);
    if (this.unkept) this.drafts.write(this.unkept.userId, this.unkept.roomId, this.unkept.text);
    this.unkept = null;
  }
}
