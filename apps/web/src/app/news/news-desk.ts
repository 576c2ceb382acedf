import { DestroyRef, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import type { OverviewItem, UserSummary } from '@parley/contracts';
import { Claims, NewsFeed, PreferencesStore, RoomListView } from '@parley/web-data-access';
import { isolated, OpenDialogs, SIDE_BY_SIDE } from '@parley/web-ui';

/** Something new, as it is told. */
export interface Card {
  readonly roomId: string;
  /** Whether it is a first contact that waits for an answer. */
  readonly isRequest: boolean;
  readonly sender: UserSummary | null;
  /** The group it was written in; null in a direct room. */
  readonly group: string | null;
  /** Null where it is not to be shown. */
  readonly text: string | null;
}

/** What says where something is to be read. */
type Place = Pick<Card, 'roomId' | 'isRequest'>;

/** A tab that shows the room has the first word, then one that is looked at, then one that can be seen, then any: how long each of the later ones waits, in milliseconds. */
const LOOKED_AT_WAITS_MS = 150;
const SEEN_WAITS_MS = 300;
const OTHERS_WAIT_MS = 500;
/** How long a card stays, in milliseconds. */
const STAYS_MS = 7_000;
const AT_ONCE = 3;

/**
 * Tells of new messages once, however many tabs are open: a card in the tab that is looked at, else by the system where its owner wants that. What
 * somebody looks at is not told at all. A window that can be seen beside another one that has the focus is looked at by nobody: it counts as hidden, only
 * that a card in it may still be seen where the system tells nothing, and that the message itself is where its room is in view. Beneath an open dialog no
 * card could be reached: it waits until the last one is closed.
 */
@Injectable()
export class NewsDesk {
  private readonly router = inject(Router);
  private readonly claims = inject(Claims);
  private readonly preferences = inject(PreferencesStore);
  private readonly document = inject(DOCUMENT);
  private readonly dialogs = inject(OpenDialogs);
  private readonly list = inject(RoomListView);
  private held: readonly Card[] = [];
  private readonly shown = signal<readonly Card[]>([]);
  readonly cards = this.shown.asReadonly();

  constructor() {
    const heard = inject(NewsFeed).news.subscribe((item) => void this.hear(item));
    inject(DestroyRef).onDestroy(() => heard.unsubscribe());
    effect(() => {
      if (this.dialogs.top() === null) untracked(() => this.showHeld());
    });
    const gone = this.router.events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.dropRead();
    });
    inject(DestroyRef).onDestroy(() => gone.unsubscribe());
    effect(() => {
      if (this.list.listsRequests()) untracked(() => this.dropRead());
    });
  }

  open({ roomId }: Card): void {
    this.dismiss(roomId);
    void this.router.navigate(['/rooms', roomId]);
  }

  dismiss(roomId: string): void {
    this.shown.update((cards) => cards.filter((card) => card.roomId !== roomId));
  }

  private async hear(item: OverviewItem): Promise<void> {
    const name = `news.${item.id}.${item.lastMessage?.seq}`;
    const place = { roomId: item.id, isRequest: item.request === 'incoming' };
    if (this.isInView(place)) return void (await this.claims.take(name));
    const waitMs = this.isLookedAt() ? LOOKED_AT_WAITS_MS : this.isSeen() ? SEEN_WAITS_MS : OTHERS_WAIT_MS;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    // One may have gone there meanwhile.
    if (!(await this.claims.take(name)) || this.isInView(place)) return;
    this.tell(this.cardOf(item, place));
  }

  private tell(card: Card): void {
    const system = this.document.defaultView?.Notification;
    if (!this.isLookedAt() && this.preferences.tellsOutside() && system?.permission === 'granted') {
      const parts = [card.sender?.displayName, card.group].flatMap((part) => (part ? isolated(part, 'ltr') : []));
      const notification = new system(parts.join(' · ') || 'Parley', {
        tag: card.roomId,
        body: card.text ?? '',
        icon: '/favicon.svg',
      });
      notification.onclick = () => {
        this.document.defaultView?.focus();
        notification.close();
        this.open(card);
      };
    } else if (this.isSeen() && !this.isShown(card) && this.preferences.tellsInPage()) this.show(card);
  }

  private showHeld(): void {
    const { held } = this;
    this.held = [];
    // One may have gone there meanwhile.
    for (const card of held) if (!this.isShown(card)) this.show(card);
  }

  private show(card: Card): void {
    if (this.dialogs.top() !== null) {
      this.held = [...this.held, card].slice(-AT_ONCE);
      return;
    }
    this.shown.update((cards) => [...cards.filter(({ roomId }) => roomId !== card.roomId), card].slice(-AT_ONCE));
    setTimeout(() => this.shown.update((cards) => cards.filter((one) => one !== card)), STAYS_MS);
  }

  /** What has come into view has been told. */
  private dropRead(): void {
    this.shown.update((cards) => cards.filter((card) => !this.isShown(card)));
  }

  private cardOf({ kind, title, members, lastMessage }: OverviewItem, place: Place): Card {
    const sender = members.find(({ user }) => user.id === lastMessage?.senderId)?.user ?? null;
    const text = this.preferences.tellsText() ? (lastMessage?.preview ?? null) : null;
    return { ...place, sender, group: kind === 'group' ? title : null, text };
  }

  private isSeen(): boolean {
    return this.document.visibilityState === 'visible';
  }

  private isLookedAt(): boolean {
    return this.isSeen() && this.document.hasFocus();
  }

  /** Whether its room is open here, or it stands among the requests that are listed; on a phone a room lies over the list. */
  private isShown({ roomId, isRequest }: Place): boolean {
    const openId = this.router.url.split(/[/?#]/)[2];
    if (openId === roomId) return true;
    if (!isRequest || !this.list.listsRequests()) return false;
    return !openId || (this.document.defaultView?.matchMedia(SIDE_BY_SIDE).matches ?? false);
  }

  private isInView(place: Place): boolean {
    return this.isLookedAt() && this.isShown(place);
  }
}
