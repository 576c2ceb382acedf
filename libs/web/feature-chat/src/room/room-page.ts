import { Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationSkipped, Router, RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { limits } from '@parley/contracts';
import { asProblem, BlocksStore, ProfileStore, ReportsStore, RoomStore } from '@parley/web-data-access';
import {
  Button,
  Confirm,
  EmptyState,
  Foot,
  Notice,
  PageTitle,
  ProblemNotice,
  problemWords,
  ReportDialog,
  type ReportWords,
  Toaster,
} from '@parley/web-ui';
import { Composer } from '../composer/composer';
import { TypingLine } from '../composer/typing-line';
import { EmojiPopover } from '../emoji/emoji-popover';
import { MessageActions } from '../messages/message-actions';
import { MessageList } from '../messages/message-list';
import { DateJump } from '../scroll/date-jump';
import { RoomJump } from '../scroll/room-jump';
import { RequestBar } from '../requests/request-bar';
import { RoomBeginning } from './room-beginning';
import { RoomHeader } from './room-header';

/** One room: its head, its messages, where one writes; and beside it, when asked for, a person or the group's people. */
@Component({
  selector: 'parley-room-page',
  imports: [
    Button,
    Composer,
    Confirm,
    DateJump,
    EmojiPopover,
    EmptyState,
    Foot,
    MessageList,
    Notice,
    ProblemNotice,
    ReportDialog,
    RequestBar,
    RoomBeginning,
    RoomHeader,
    RouterLink,
    RouterOutlet,
    TranslocoDirective,
    TypingLine,
  ],
  providers: [RoomStore, ProfileStore, ReportsStore, MessageActions, RoomJump],
  templateUrl: './room-page.html',
  styleUrl: './room-page.css',
  host: { '[class.has-panel]': 'hasPanel()', '(keydown.escape)': 'markAllRead($any($event))' },
})
export class RoomPage {
  /** From the address. */
  readonly roomId = input.required<string>();
  /** From the address of a message. */
  readonly seq = input<string>();

  protected readonly store = inject(RoomStore);
  protected readonly actions = inject(MessageActions);
  protected readonly reports = inject(ReportsStore);
  protected readonly noteMax = limits.reportNoteCodePoints;
  private readonly profile = inject(ProfileStore);
  private readonly blocks = inject(BlocksStore);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);

  private readonly jump = inject(RoomJump);

  protected readonly isAskingDate = signal(false);
  protected readonly hasPanel = signal(false);
  protected readonly isLifting = signal(false);
  private readonly composer = viewChild(Composer);
  private readonly list = viewChild(MessageList);
  /** The other one, where one has blocked them. */
  protected readonly blocked = computed(() => {
    const other = this.store.other();
    return other && this.blocks.byId().has(other.id) ? other : null;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const roomId = this.roomId();
      untracked(() => {
        const seq = this.seq();
        this.actions.forget();
        this.isAskingDate.set(false);
        this.jump.clear();
        this.store.open(roomId, seq === undefined ? undefined : Number(seq));
        // On a phone the keyboard must not jump up by itself; and a message that one goes to has the focus.
        if (seq === undefined && matchMedia('(pointer: fine)').matches) setTimeout(() => this.composer()?.focus());
      });
    });
    effect(() => {
      this.roomId();
      const seq = this.seq();
      if (seq !== undefined) untracked(() => this.jump.to(Number(seq)));
    });
    // The way to where the address is already leads there too, from wherever one has scrolled to.
    inject(Router)
      .events.pipe(takeUntilDestroyed())
      .subscribe((event) => {
        const seq = event instanceof NavigationSkipped ? this.seq() : undefined;
        if (seq !== undefined) this.jump.to(Number(seq));
      });
    // By the id: whatever changes in the room, nobody is asked for twice. Of whom one has blocked there is no profile to be had.
    const readable = computed(() => (this.blocked() ? '' : (this.store.other()?.id ?? '')));
    effect(() => {
      const otherId = readable();
      untracked(() => void this.profile.load(otherId));
    });
    effect(() => title.set(this.store.name()));
    let pending = 0;
    effect(() => {
      // What one has just sent is in view, wherever one was reading.
      const { length } = this.store.pending();
      if (length > pending) untracked(() => void this.list()?.goToNewest());
      pending = length;
    });
    effect(() => {
      if (this.actions.replyingTo()) untracked(() => this.composer()?.focus());
    });
    let wasEditing = false;
    effect(() => {
      const isEditing = this.actions.editing() !== null;
      if (wasEditing && !isEditing) untracked(() => this.composer()?.focus());
      wasEditing = isEditing;
    });
  }

  /** Escape, where it closes nothing else, marks everything read and goes to the newest. */
  protected markAllRead(event: KeyboardEvent): void {
    // An input method has the key for itself.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    if (this.store.status() !== 'ready') return;
    this.store.markRead(this.store.lastSeq());
    void this.list()?.goToNewest();
  }

  protected async report({ reason, note }: ReportWords): Promise<void> {
    if (await this.reports.send(reason, note)) this.toaster.say(this.transloco.translate('report.done'));
  }

  protected async unblock(userId: string): Promise<void> {
    this.isLifting.set(true);
    try {
      await this.blocks.unblock(userId);
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
    } finally {
      this.isLifting.set(false);
    }
  }
}
