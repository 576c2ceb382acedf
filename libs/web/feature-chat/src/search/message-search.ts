import { afterNextRender, Component, computed, DestroyRef, inject, linkedSignal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { limits } from '@parley/contracts';
import { MessageSearchStore, roomName, SessionStore } from '@parley/web-data-access';
import {
  backIcon,
  Button,
  closeIcon,
  CutName,
  EmptyState,
  Field,
  Formats,
  Icon,
  IconButton,
  Input,
  NAME_PLACE,
  PaneHeader,
  ProblemNotice,
  Skeleton,
  WhenSeen,
} from '@parley/web-ui';
import { SearchHit } from './search-hit';

/** How long somebody may pause in typing before what they typed is looked for, in milliseconds. */
const PAUSE_MS = 300;

/** Looks through the messages of one's rooms, or of one. It stays while one goes through what was found. */
@Component({
  selector: 'parley-message-search',
  imports: [
    Button,
    CutName,
    EmptyState,
    Field,
    Icon,
    IconButton,
    Input,
    PaneHeader,
    ProblemNotice,
    SearchHit,
    Skeleton,
    TranslocoDirective,
    WhenSeen,
  ],
  templateUrl: './message-search.html',
  styleUrl: './message-search.css',
  host: { '(keydown.escape)': 'leave($event)' },
})
export class MessageSearch {
  protected readonly store = inject(MessageSearchStore);
  protected readonly formats = inject(Formats);
  private readonly myId = inject(SessionStore).userId;
  private readonly field = viewChild(Input);
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly max = limits.searchCodePoints;
  protected readonly namePlace = NAME_PLACE;
  protected readonly backIcon = backIcon;
  protected readonly closeIcon = closeIcon;
  /** What stands in the field; what was asked for elsewhere takes its place. */
  protected readonly draft = linkedSignal(() => this.store.asked().text);
  protected readonly roomName = computed(() =>
    roomName(this.store.rooms().get(this.store.asked().roomId ?? '') ?? null, this.myId()),
  );

  constructor() {
    afterNextRender(() => this.field()?.element.focus());
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected type(text: string): void {
    this.draft.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.go(), PAUSE_MS);
  }

  protected go(): void {
    clearTimeout(this.timer);
    const { text, roomId } = { ...this.store.asked(), text: this.draft() };
    if (text !== this.store.asked().text) void this.store.search({ text, roomId });
  }

  /** Looks through all rooms. */
  protected everywhere(): void {
    clearTimeout(this.timer);
    this.field()?.element.focus();
    void this.store.search({ text: this.draft(), roomId: null });
  }

  /** What is told to whoever does not see it: how much was found. */
  protected said(t: (key: string, params?: Record<string, unknown>) => string): string {
    const { length } = this.store.items();
    if (!this.store.loaded() || this.store.loading() || length === 0) return '';
    const count = this.formats.number(length) + (this.store.hasMore() ? '+' : '');
    return t(`search.count.${this.formats.plural(length)}`, { count });
  }

  /** Escape empties the field first, as in every field for searching, and then leaves. */
  protected leave(event: Event): void {
    if (event.defaultPrevented || this.draft() !== '') return;
    event.preventDefault();
    this.store.close();
  }
}
