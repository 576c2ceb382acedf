import { Directionality } from '@angular/cdk/bidi';
import { CdkMenuTrigger } from '@angular/cdk/menu';
import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  Injector,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { UserSummary } from '@parley/contracts';
import {
  Avatar,
  checkIcon,
  clockIcon,
  copyIcon,
  deleteIcon,
  editIcon,
  Formats,
  Icon,
  IconButton,
  linkIcon,
  Menu,
  MenuItem,
  moreIcon,
  reactIcon,
  readIcon,
  replyIcon,
  reportIcon,
  RichText,
} from '@parley/web-ui';
import { EmojiMenuItem } from '../emoji/emoji-menu-item';
import { QUICK_REACTIONS } from '../emoji/quick-reactions';
import { menuPlaces } from './menu-places';
import { MessageActions } from './message-actions';
import { MessageEditor } from './message-editor';
import { MessageFailure } from './message-failure';
import { MessageQuote } from './message-quote';
import { MessageReactions } from './message-reactions';
import type { MessageRow } from './message-row';
import { NAMES_MAX, type Receipt } from './receipts';
import { RowFocus } from './row-focus';

/** One message: who and when where a group begins, its text, how it stands, and what can be done with it. */
@Component({
  selector: 'parley-message-item',
  imports: [
    Avatar,
    CdkMenuTrigger,
    EmojiMenuItem,
    Icon,
    IconButton,
    Menu,
    MenuItem,
    MessageEditor,
    MessageFailure,
    MessageQuote,
    MessageReactions,
    RichText,
    RouterLink,
    TranslocoDirective,
  ],
  templateUrl: './message-item.html',
  styleUrl: './message-item.css',
})
export class MessageItem {
  readonly row = input.required<MessageRow>();
  /** Undefined where the sender is not in the room any more. */
  readonly sender = input.required<UserSummary | undefined>();
  /** How far it has come, where it is the one to say so. */
  readonly receipt = input<Receipt>();
  /** Whether it is what somebody has just gone to. */
  readonly isTarget = input(false);
  /** Whether the room is one of two people, who need not be named. */
  readonly isDirect = input(true);
  readonly isEditing = input(false);

  protected readonly actions = inject(MessageActions);
  protected readonly focus = inject(RowFocus);
  protected readonly formats = inject(Formats);
  protected readonly icons = {
    moreIcon,
    editIcon,
    deleteIcon,
    copyIcon,
    checkIcon,
    clockIcon,
    linkIcon,
    reactIcon,
    readIcon,
    replyIcon,
    reportIcon,
  };
  protected readonly quickReactions = QUICK_REACTIONS;
  protected readonly places = menuPlaces(inject(Directionality).value);

  private readonly article = viewChild<ElementRef<HTMLElement>>('article');
  private readonly trigger = viewChild('more', { read: CdkMenuTrigger });
  private readonly injector = inject(Injector);
  /** What can be done is drawn only for the message that the pointer or the focus is on. Whoever edits it does that first. */
  private readonly isPointedAt = signal(false);
  private readonly hasFocus = signal(false);
  private readonly menuIsOpen = signal(false);
  private isOpenByKey = false;
  /** Whether reactions are open that the menu opened, which mostly lie over what opened the menu. */
  protected readonly hasReactionsOver = signal(false);
  protected readonly showsActions = computed(
    () => !this.isEditing() && (this.isPointedAt() || this.hasFocus() || this.menuIsOpen()),
  );
  protected readonly hasMenu = computed(() => this.row().seq !== null && this.row().text !== null);
  protected readonly isTabStop = computed(() => this.focus.current() === this.row().key);
  protected readonly time = computed(() => this.formats.time(this.row().at));
  protected readonly moment = computed(() => this.formats.moment(this.row().at));

  protected readWords(t: (key: string, params?: Record<string, unknown>) => string): string {
    const readers = this.receipt()?.readers ?? [];
    if (this.isDirect()) return t('room.read');
    if (readers.length > NAMES_MAX) return t('room.readByMany', { count: this.formats.number(readers.length) });
    return t('room.readBy', { names: this.formats.list(readers) });
  }

  protected point(isPointedAt: boolean): void {
    this.isPointedAt.set(isPointedAt);
  }

  protected focused(): void {
    this.hasFocus.set(true);
    this.focus.take(this.row().key);
  }

  protected blurred(event: FocusEvent): void {
    const isWithin =
      event.relatedTarget instanceof Node && (this.article()?.nativeElement.contains(event.relatedTarget) ?? false);
    if (!isWithin) this.hasFocus.set(false);
  }

  protected menu(isOpen: boolean): void {
    this.menuIsOpen.set(isOpen);
    this.hasReactionsOver.set(false);
    if (isOpen || !this.isOpenByKey) return;
    this.isOpenByKey = false;
    afterNextRender({ read: () => this.takeFocusBack() }, { injector: this.injector });
  }

  protected press(event: KeyboardEvent): void {
    if (event.target !== this.article()?.nativeElement) return;
    if (event.key !== 'Enter' && event.key !== 'ContextMenu') return;
    event.preventDefault();
    this.focused();
    // What opens the menu may have to be drawn first.
    afterNextRender({ read: () => this.openByKey() }, { injector: this.injector });
  }

  private openByKey(): void {
    const trigger = this.trigger();
    if (!trigger) return;
    this.isOpenByKey = true;
    trigger.open();
    // A menu without the focus hears no key, and closes at once where its trigger has only just been drawn.
    trigger.getMenu()?.focusFirstItem('keyboard');
  }

  /** The menu gives the focus back to its trigger; the keyboard goes on from the message, unless a choice took it elsewhere. */
  private takeFocusBack(): void {
    const article = this.article()?.nativeElement;
    if (article?.contains(document.activeElement)) article.focus({ preventScroll: true });
  }
}
