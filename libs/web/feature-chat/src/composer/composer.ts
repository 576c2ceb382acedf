import { Component, computed, DestroyRef, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ReplyTo } from '@parley/contracts';
import { asProblem, Drafts, RoomStore } from '@parley/web-data-access';
import { emojiIcon, Formats, Icon, IconButton, problemWords, sendIcon, Toaster } from '@parley/web-ui';
import { EmojiPopover } from '../emoji/emoji-popover';
import { MessageActions } from '../messages/message-actions';
import { EmojiCompletion, type Offered, type Typed } from './emoji-completion';
import { EmojiOffer, OFFER_ID } from './emoji-offer';
import { GrowingText } from './growing-text';
import { ReplyBar } from './reply-bar';
import { textLength } from './text-length';

/** A draft is kept when one pauses this long, in milliseconds; and at once when one leaves. */
const KEEP_MS = 250;

/** Where one writes. What is not sent is kept for the room, whatever happens to the page. */
@Component({
  selector: 'parley-composer',
  imports: [EmojiOffer, EmojiPopover, GrowingText, Icon, IconButton, ReplyBar, TranslocoDirective],
  providers: [EmojiCompletion],
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

  protected readonly completion = inject(EmojiCompletion);
  protected readonly sendIcon = sendIcon;
  protected readonly emojiIcon = emojiIcon;
  /** What the emoji to choose from stand beside; null while they are not shown. */
  protected readonly pickerOrigin = signal<HTMLElement | null>(null);
  protected readonly offer = computed(() =>
    this.completion.offered().length > 0
      ? { listId: OFFER_ID, activeId: `${OFFER_ID}-${this.completion.active()}` }
      : null,
  );
  protected readonly text = signal('');
  protected readonly length = computed(() => textLength(this.text()));
  private readonly field = viewChild(GrowingText);

  /** The draft that is not yet kept. */
  private unkept: { userId: string; roomId: string; text: string; replyTo: ReplyTo | null } | null = null;
  /** The message that the draft answers, as it is kept or about to be. */
  private answered: ReplyTo | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const [userId, roomId] = [this.store.myId(), this.store.roomId()];
      if (userId === '' || roomId === '') return;
      untracked(() => {
        this.keep();
        this.text.set(this.drafts.read(userId, roomId));
        this.answered = this.drafts.replyTo(userId, roomId);
        this.actions.replyingTo.set(this.answered);
      });
    });
    // After the one above: what is set there is kept already.
    effect(() => {
      const replyTo = this.actions.replyingTo();
      if (replyTo?.seq !== this.answered?.seq) untracked(() => this.keepLater(this.text()));
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

  protected typed(typed: string): void {
    const field = this.field();
    // What an input method is still composing is its own.
    const changed = field?.isComposing() ? null : this.completion.look({ text: typed, cursor: field?.cursor() ?? 0 });
    if (changed) field?.put(changed);
    this.changeTo(changed?.text ?? typed);
  }

  private changeTo(text: string): void {
    this.text.set(text);
    this.store.setTyping(text.trim() !== '');
    this.keepLater(text);
  }

  private keepLater(text: string): void {
    this.answered = this.actions.replyingTo();
    this.unkept = { userId: this.store.myId(), roomId: this.store.roomId(), text, replyTo: this.answered };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), KEEP_MS);
  }

  protected send(): void {
    if (!this.length().isSendable) return;
    try {
      this.store.send(this.text(), this.actions.replyingTo()?.seq);
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
      return;
    }
    this.actions.replyingTo.set(null);
    this.completion.close();
    this.changeTo('');
    this.keep();
    this.focus();
  }

  /** Keys that choose among the emoji offered. Answers whether this was one. */
  protected readonly intercept = (event: KeyboardEvent): boolean => {
    const offered = this.completion.offered();
    const active = offered[this.completion.active()];
    if (!active) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.completion.move(event.key === 'ArrowDown' ? 1 : -1);
    else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') this.take(active);
    else if (event.key === 'Escape') this.completion.close();
    else return false;
    event.preventDefault();
    return true;
  };

  protected take(emoji: Offered): void {
    const field = this.field();
    if (field) this.put(this.completion.take(emoji, { text: this.text(), cursor: field.cursor() }));
  }

  /** Puts an emoji where the cursor is. */
  protected insert(emoji: string): void {
    const cursor = this.field()?.cursor() ?? this.text().length;
    const before = this.text().slice(0, cursor) + emoji;
    this.pickerOrigin.set(null);
    this.put({ text: before + this.text().slice(cursor), cursor: before.length });
  }

  protected openPicker({ currentTarget }: Event): void {
    // Above all of where one writes, and not over the list beside it.
    if (currentTarget instanceof HTMLElement) this.pickerOrigin.set(currentTarget.closest('form'));
  }

  protected closePicker(): void {
    if (this.pickerOrigin() === null) return;
    this.pickerOrigin.set(null);
    this.field()?.focus();
  }

  private put(typed: Typed): void {
    this.field()?.put(typed);
    this.changeTo(typed.text);
  }

  /** Of what Escape closes, only the innermost: the answer that one was about to write. */
  protected escape(event: Event): void {
    if (this.actions.replyingTo() === null) return;
    event.preventDefault();
    this.actions.replyingTo.set(null);
  }

  protected editLast(event: Event): void {
    if (this.actions.editLast()) event.preventDefault();
  }

  private keep(): void {
    clearTimeout(this.timer);
    const { unkept } = this;
    if (unkept) this.drafts.write(unkept.userId, unkept.roomId, unkept.text, unkept.replyTo);
    this.unkept = null;
  }
}
