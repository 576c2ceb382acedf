import { Component, computed, DestroyRef, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { MessageSearchStore, OverviewStore, RoomListView, SessionStore } from '@parley/web-data-access';
import {
  archiveIcon,
  backIcon,
  Button,
  composeIcon,
  EmptyState,
  Formats,
  Icon,
  IconButton,
  PaneHeader,
  ProblemNotice,
  requestIcon,
  searchIcon,
  Skeleton,
  WhenSeen,
} from '@parley/web-ui';
import { NewConversation } from '../group/new-conversation';
import { RequestList } from '../requests/request-list';
import { RequestsWait } from '../requests/requests-wait';
import { MessageSearch } from '../search/message-search';
import { OpenSearch } from '../search/open-search';
import { RoomList } from './room-list';

/** All of one's rooms, latest activity first; or the archived ones, requests, or what was found in them. */
@Component({
  selector: 'parley-overview',
  imports: [
    Button,
    EmptyState,
    Icon,
    IconButton,
    MessageSearch,
    NewConversation,
    PaneHeader,
    ProblemNotice,
    RequestList,
    RequestsWait,
    RoomList,
    RouterLink,
    Skeleton,
    TranslocoDirective,
    WhenSeen,
  ],
  templateUrl: './overview.html',
  styleUrl: './overview.css',
})
export class Overview {
  /** Whether the place beside it shows a room: where it shows none, it says what to do next. */
  readonly isRoomOpen = input(false);
  protected readonly overview = inject(OverviewStore);
  protected readonly session = inject(SessionStore);
  protected readonly search = inject(MessageSearchStore);
  protected readonly openSearch = inject(OpenSearch);
  private readonly router = inject(Router);

  protected readonly formats = inject(Formats);
  protected readonly icons = { archiveIcon, backIcon, composeIcon, requestIcon, searchIcon };
  protected readonly view = inject(RoomListView);
  protected readonly isBeginning = signal(false);

  protected readonly requests = this.overview.requests;
  protected readonly rooms = this.overview.conversations;
  /** How many they are; with a sign that there may be more where not all rooms are loaded. */
  protected readonly requestCount = computed(
    () => this.formats.number(this.requests().length) + (this.overview.overview().hasMore ? '+' : ''),
  );

  /** Whether there is no conversation to show, further down neither. */
  protected readonly isEmpty = computed(() => {
    const { loaded, hasMore } = this.overview.overview();
    return loaded && !hasMore && this.rooms().length === 0;
  });
  /** What is said then; null until the archive is known: whoever has put all away is no newcomer, and is not to be told what a newcomer is. */
  protected readonly nothing = computed(() => {
    if (!this.isEmpty()) return null;
    if (this.requests().length > 0) return 'requestsOnly';
    if (this.overview.archived() === null) return null;
    return this.overview.hasArchived() ? 'archivedOnly' : 'none';
  });
  /** Whether it is not known yet what there is to show. */
  protected readonly isOnItsWay = computed(() => {
    const { loaded, error } = this.overview.overview();
    if (!loaded) return error === null;
    return this.isEmpty() && this.nothing() === null && this.overview.archivedProblem() === null;
  });

  private hasLookedForRequests = false;
  protected readonly unreadOnly = this.view.unreadOnly;
  /** What was unread since only that is shown: what one has just read stays in its place until one looks at all again. */
  private readonly unreadIds = linkedSignal<{ only: boolean; unread: string[] }, ReadonlySet<string>>({
    source: () => ({
      only: this.unreadOnly(),
      unread: this.overview
        .items()
        .filter(({ unreadCount }) => unreadCount > 0)
        .map(({ id }) => id),
    }),
    computation: ({ only, unread }, before) => new Set(only ? [...(before?.value ?? []), ...unread] : []),
  });
  protected readonly shown = computed(() => {
    const items = this.rooms();
    return this.unreadOnly() ? items.filter(({ id }) => this.unreadIds().has(id)) : items;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.view.reset());
    effect(() => this.view.isCovered.set(this.search.isOpen()));
    // A request is unread until it is looked at: those beyond the first page are looked for too.
    effect(() => {
      const { loaded, hasMore } = this.overview.overview();
      if (loaded && hasMore && !this.hasLookedForRequests) {
        this.hasLookedForRequests = true;
        untracked(() => void this.overview.loadUnread());
      }
    });
    effect(() => {
      if (this.isEmpty()) untracked(() => void this.overview.loadArchived());
    });
  }

  protected showUnread(only: boolean): void {
    this.unreadOnly.set(only);
    if (only) void this.overview.loadUnread();
  }

  protected openArchived(): void {
    this.view.part.set('archived');
    void this.overview.loadArchived();
  }

  protected async goTo(roomId: string): Promise<void> {
    this.isBeginning.set(false);
    await this.router.navigate(['/rooms', roomId]);
  }
}
